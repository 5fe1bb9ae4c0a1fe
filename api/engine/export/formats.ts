import { Readable } from 'node:stream'
import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx'
import { isNumeric, isQuiet, typedCell, type Cell } from './cells.js'
import { csvCell } from './csvText.js'
import type { ExportTable } from './exportTable.js'

export interface Format {
  mediaType: string
  /** The table's bytes, made as they are read. `mostRows`: of a sheet with its heads, where there are sheets. */
  bytes(table: ExportTable, name: string, mostRows?: number): Readable
}

/** UTF-8 with BOM, so that spreadsheets read it right. */
const csv: Format = {
  mediaType: 'text/csv; charset=utf-8',
  bytes: (table) => Readable.from(csvChunks(table)),
}

async function* csvChunks({ heads, columns, batches }: ExportTable): AsyncGenerator<string> {
  yield `\ufeff${heads.map(csvCell).join(',')}\n`
  const quiet = columns.map(isQuiet)
  for await (const rows of batches) {
    let chunk = ''
    for (const row of rows) {
      for (let at = 0; at < row.length; at++) {
        const text = row[at] ?? ''
        chunk += `${at > 0 ? ',' : ''}${quiet[at] ? text : csvCell(text)}`
      }
      chunk += '\n'
    }
    yield chunk
  }
}

/** Past 1,048,576 rows it goes on in a second sheet, with its heads. */
const xlsx: Format = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: (table, name, mostRows = XLSX_MAX_ROWS_PER_SHEET) =>
    Readable.from(
      chunksOf(
        writeXlsxStream(xlsxRows(table), {
          name: name.slice(0, 25),
          freezePane: { rows: 1 },
          zip64: true,
          maxRowsPerSheet: mostRows,
        }),
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
  const numeric = columns.map(isNumeric)
  for await (const rows of batches)
    for (const row of rows) yield row.map((text, at) => typedCell(numeric[at] ?? false, text))
}

export const formats: Record<string, Format> = { csv, xlsx }
