import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { writeXlsxStream } from 'hucre/xlsx'
import { safeText, typedCell, type Cell } from './cells.js'
import type { ExportTable } from './exportTable.js'

export interface Format {
  mediaType: string
  /** The table's bytes, made as they are read. */
  bytes(table: ExportTable, name: string): Readable
}

/** UTF-8 with BOM, so that spreadsheets read it right. */
const csv: Format = {
  mediaType: 'text/csv; charset=utf-8',
  bytes: (table) => Readable.from(csvChunks(table)),
}

async function* csvChunks({ heads, batches }: ExportTable): AsyncGenerator<string> {
  yield `\ufeff${stringify([heads])}`
  for await (const rows of batches) yield stringify(rows.map((row) => row.map(safeText)))
}

/** Past 1,048,576 rows it goes on in a second sheet, with its heads. */
const xlsx: Format = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: (table, name) =>
    Readable.from(
      chunksOf(
        writeXlsxStream(xlsxRows(table), { name: name.slice(0, 25), freezePane: { rows: 1 }, zip64: true }),
      ),
    ),
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel()
  }
}

async function* xlsxRows({ heads, columns, batches }: ExportTable): AsyncGenerator<Cell[]> {
  yield heads
  for await (const rows of batches)
    for (const row of rows)
      yield row.map((text, at) => {
        const column = columns[at]
        return column ? typedCell(column, text) : text
      })
}

export const formats: Record<string, Format> = { csv, xlsx }
