import { createReadStream } from 'node:fs'
import { canonicalJson } from '../../engine/canonical.js'
import { formats } from '../../engine/export/formats.js'
import { say, type Text2 } from '../../engine/text.js'
import { auditHead, type AuditHead } from '../audit/auditHead.js'
import { auditRange } from './auditRange.js'
import { archivedPdfs, attachments, frozenData } from './frozenDocuments.js'
import type { MonthRange } from './monthRange.js'
import { monthTables, type MonthReading, type MonthTable } from './monthTables.js'
import { readMe } from './readMe.js'
import type { ZipWriter } from './zipWriter.js'

const VERIFIER = new URL('./verify.mjs', import.meta.url)

export interface Maker {
  exportId: number
  /** Who asked for it. */
  by: string
  madeAt: string
}

/** How far it is: 0 to 100, and what is being written. */
export type Progress = (percent: number, step: Text2) => Promise<void>

/** Writes everything of a month into the ZIP and ends it; answers the manifest's hash and the audit head in it. */
export async function packMonth(
  zip: ZipWriter,
  reading: MonthReading,
  range: MonthRange,
  maker: Maker,
  progress: Progress,
): Promise<{ manifestSha256: string; head: AuditHead }> {
  const { db, tx, language } = reading
  const head = await auditHead(db, tx)
  const chain = await auditRange(db, range, tx)
  const tables = monthTables(reading, range, chain)
  const steps = tables.length * 2 + 4
  let step = 0
  const next = (text: Text2) => progress(Math.floor((step++ * 100) / steps), text)

  const described = []
  for (const part of tables) {
    const { name, label, by } = part
    await next(say(`${label.zh} CSV`, `${label.en}, CSV`))
    const { table, rows } = counted(part.open())
    await zip.add(`${name}.csv`, bytesOf('csv', table, label[language]))
    await next(say(`${label.zh} XLSX`, `${label.en}, XLSX`))
    await zip.add(`${name}.xlsx`, bytesOf('xlsx', part.open(), label[language]), false)
    described.push({ name, label, by, columns: table.names, rows: rows() })
  }
  await next(say('单据内容', 'Data of the documents'))
  await zip.add('documents.ndjson', frozenData(db, range, tx))
  await next(say('单据 PDF', 'PDFs of the documents'))
  for await (const { path, bytes } of archivedPdfs(db, range, tx)) await zip.add(path, once(bytes), false)
  await next(say('回单影像', 'Pictures of signed copies'))
  for await (const { path, bytes } of attachments(db, range, tx)) await zip.add(path, once(bytes), false)
  await next(say('清单', 'Manifest'))
  await zip.add('verify.mjs', createReadStream(VERIFIER))
  await zip.add('README.txt', once(Buffer.from(readMe(range.month))))
  const manifest = {
    format: 'slipway-month-1',
    month: range.month,
    from: range.from,
    until: range.until,
    timeZone: 'Asia/Shanghai',
    ...maker,
    language,
    audit: { chain, head },
    tables: described,
    files: [...zip.files],
  }
  const { sha256 } = await zip.add('manifest.json', once(Buffer.from(`${canonicalJson(manifest)}\n`)))
  zip.end()
  return { manifestSha256: sha256, head }
}

function bytesOf(format: 'csv' | 'xlsx', table: ReturnType<MonthTable['open']>, name: string) {
  const made = formats[format]?.bytes(table, name)
  if (!made) throw new Error(`There is no format ${format}.`)
  return made
}

function counted(table: ReturnType<MonthTable['open']>) {
  let rows = 0
  async function* batches() {
    for await (const batch of table.batches) {
      rows += batch.length
      yield batch
    }
  }
  return { table: { ...table, batches: batches() }, rows: () => rows }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
