import { createHash, randomUUID } from 'node:crypto'
import { removeFile, storeFile } from '../../db/files.js'
import type { Principal } from '../../engine/access.js'
import type { Catalog } from '../../engine/catalog.js'
import { writeOnce, type Once, type Reply } from '../../engine/idempotency.js'
import { importColumns, mayImport } from '../../engine/import/importable.js'
import { readHead } from '../../engine/import/readHead.js'
import { readSheet } from '../../engine/import/sheet/readSheet.js'
import { knownHeads, suggestMapping } from '../../engine/import/suggestMapping.js'
import { present } from '../../engine/present.js'
import { BadRequest, Forbidden } from '../../engine/problems.js'
import { insertRecord } from '../../engine/records.js'
import { say, type Language } from '../../engine/text.js'
import type { WriteBy } from '../../engine/unitOfWork.js'
import { imports } from '../refs.js'
import { rememberedMapping } from './rememberedMapping.js'

export interface Upload {
  target: string
  fileName: string
  bytes: Buffer
}

/** Takes a file in: answers the import with its columns, samples and a suggested mapping; nothing else is stored yet. */
export async function receiveFile(
  by: WriteBy,
  { target, fileName, bytes }: Upload,
  once: Once | null,
  language: Language,
): Promise<Reply> {
  const { db, catalog, who } = by
  const { entry, userId } = allowedTarget(catalog, target, who)
  const columns = importColumns(entry.of, who)
  const heads = knownHeads(catalog, entry.of, columns)
  const sheet = readSheet(bytes)
  const head = await readHead(sheet, (text) => heads.has(text))
  const mapping =
    (await rememberedMapping(db, userId, target, head.columns)) ?? suggestMapping(head.columns, heads)

  const file = await storeFile(db, `imports/${randomUUID()}`, oneChunk(bytes))
  let isKept = false
  try {
    const reply = await writeOnce(by, once, async (context) => {
      const record = await insertRecord(context, imports, {
        target,
        fileName: fileName.slice(-200),
        status: 'draft',
        progress: 0,
        format: sheet.format,
        encoding: sheet.encoding,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        rowCount: head.rows,
        headRow: head.row,
        columns: head.columns,
        mapping,
        importedBy: userId,
        fileId: file.id,
      })
      isKept = true
      return { status: 201, body: present(catalog.get(imports.name).of, record, who, language) }
    })
    return reply
  } finally {
    // Refused, or the answer to an earlier call: that one has its own file.
    if (!isKept) await removeFile(db, file.id)
  }
}

/** The record type of that name, if this person may import it. */
export function allowedTarget(catalog: Catalog, target: string, who: Principal) {
  const entry = catalog.has(target) ? catalog.get(target) : null
  const known = catalog.list.filter(({ of }) => of.importable).map(({ of }) => of.name)
  if (!entry?.of.importable)
    throw BadRequest(
      say(`target 只能是：${known.join('、')}。`, `target must be one of: ${known.join(', ')}.`),
    )
  if (!mayImport(entry.of, who) || who.id === null) throw Forbidden()
  return { entry, userId: who.id }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
