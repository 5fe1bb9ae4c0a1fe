import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ServerResponse } from 'node:http'
import { writeXlsxStream } from 'hucre/xlsx'
import { createConnection } from 'mysql2'
import { allSql } from './sql.js'

type Row = Record<string, string | number | null>

/** The rows of mysql2's own stream, on a connection of its own. */
async function* rowsOf(databaseUrl: string): AsyncGenerator<Row> {
  const connection = createConnection({ uri: databaseUrl, supportBigNumbers: true, charset: 'utf8mb4' })
  try {
    yield* connection.query(allSql).stream({ highWaterMark: 500 })
  } finally {
    connection.end()
  }
}

/** A CSV written by hand: quotes where they are needed, nothing translated. */
export function exportCsv(databaseUrl: string, response: ServerResponse): Promise<void> {
  async function* text() {
    let chunk = ''
    for await (const row of rowsOf(databaseUrl)) {
      chunk += `${Object.values(row).map(quoted).join(',')}\n`
      if (chunk.length > 65_536) {
        yield chunk
        chunk = ''
      }
    }
    yield chunk
  }
  return pipeline(Readable.from(text()), response)
}

const quoted = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same rows through the same XLSX library. */
export async function exportXlsx(databaseUrl: string, response: ServerResponse): Promise<void> {
  async function* cells() {
    for await (const row of rowsOf(databaseUrl)) yield Object.values(row)
  }
  const stream = writeXlsxStream(cells(), { name: 'orders', zip64: true })
  const reader = stream.getReader()
  async function* bytes() {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  }
  await pipeline(Readable.from(bytes()), response)
}
