import { rereadBlobs } from '../../db/blobs.js'
import type { Database } from '../../db/database.js'
import { say, type Text2 } from '../../engine/text.js'
import { fileMissing, missingFiles, missingPictures, whatNames } from './archivedFiles.js'
import { documentFaults } from './documentFaults.js'

export interface ArchiveReport {
  files: number
  bytes: number
  documents: number
  faults: number
}

/**
 * Reads the whole archive again: every file must have the hash it is kept under, every file that a record names must
 * be there, and the frozen data of every document must have its content hash, as its copies have theirs. Each fault is told as it is found.
 */
export async function verifyArchive(db: Database, tell: (fault: Text2) => void): Promise<ArchiveReport> {
  const report: ArchiveReport = { files: 0, bytes: 0, documents: 0, faults: 0 }
  const fault = (text: Text2) => {
    report.faults += 1
    tell(text)
  }
  for await (const { sha256, size, isWhole } of rereadBlobs(db)) {
    report.files += 1
    report.bytes += size
    if (!isWhole) fault(changed(sha256, await whatNames(db, sha256)))
  }
  for await (const { sha256, what } of missingFiles(db)) fault(fileMissing(sha256, what))
  for (let id = 0; ; report.documents += 1) {
    // One at a time: each holds the logo of its day.
    const [row] = await db.select(
      'SELECT id, kind, no, revision, data, contentHash FROM documents WHERE id > ? ORDER BY id LIMIT 1',
      [id],
    )
    if (!row) return report
    id = Number(row.id)
    for (const text of await documentFaults(db, row)) fault(text)
    for (const text of await missingPictures(db, row)) fault(text)
  }
}

function changed(sha256: string, names: Text2[]): Text2 {
  const zh = names.map((name) => name.zh).join('、') || '没有记录引用它'
  const en = names.map((name) => name.en).join(', ') || 'no record names it'
  return say(
    `文件 ${sha256} 在归档后被改动，内容与指纹不符：${zh}。`,
    `File ${sha256} was changed after it was archived, its bytes do not match their hash: ${en}.`,
  )
}
