import { rereadBlobs } from '../../db/blobs.js'
import type { Database } from '../../db/database.js'
import { asObject, parseJson } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'
import { contentHash } from '../printing/documents/contentHash.js'
import { documentName, missingFiles, whatNames } from './archivedFiles.js'

export interface ArchiveReport {
  files: number
  bytes: number
  documents: number
  faults: number
}

/**
 * Reads the whole archive again: every file must have the hash it is kept under, every file that a record names must
 * be there, and the frozen data of every document must have its content hash. Each fault is told as it is found.
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
  for await (const { sha256, what } of missingFiles(db))
    fault(say(`文件 ${sha256} 缺失：${what.zh}。`, `File ${sha256} is missing: ${what.en}.`))
  for (let id = 0; ; report.documents += 1) {
    // One at a time: each holds the logo of its day.
    const [row] = await db.select(
      'SELECT id, kind, no, revision, data, contentHash FROM documents WHERE id > ? ORDER BY id LIMIT 1',
      [id],
    )
    if (!row) return report
    id = Number(row.id)
    if (hashOf(row.data) === row.contentHash) continue
    const { zh, en } = documentName(row)
    fault(
      say(
        `单据 ${zh}的冻结数据在开出后被改动，与其内容指纹不符。`,
        `The frozen data of document ${en} were changed after it was issued: they do not match its content hash.`,
      ),
    )
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

/** Null for data that cannot even be read. */
function hashOf(data: unknown): string | null {
  try {
    return contentHash(asObject(parseJson(data)), true)
  } catch {
    return null
  }
}
