import { readFile } from '../../db/files.js'
import type { Database } from '../../db/database.js'
import { readSheet } from '../../engine/import/sheet/readSheet.js'
import type { Sheet } from '../../engine/import/sheet/sheet.js'

/** The uploaded file of an import, opened. */
export async function importFile(db: Database, fileId: number, size: number): Promise<Sheet> {
  const parts: Buffer[] = []
  for await (const part of readFile(db, fileId, size)) parts.push(part)
  return readSheet(Buffer.concat(parts, size))
}
