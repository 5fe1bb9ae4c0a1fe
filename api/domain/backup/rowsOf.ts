import type { Database, Row, Tx } from '../../db/database.js'
import type { BackedUpTable, TableColumn } from './tables.js'

/** Rows read at a time; few where one row may hold megabytes. */
const BATCH = 500
const BATCH_OF_BYTES = 8

/**
 * The rows of a table as lines of JSON, in the byte order of its key: the same rows give the same lines on every
 * database. Numbers stay numbers, bytes are base64.
 */
export async function* rowsOf(db: Database, table: BackedUpTable, tx: Tx): AsyncGenerator<string[]> {
  const { name, columns, key } = table
  const list = columns.map((column) => quoted(db, column.name)).join(', ')
  const keys = key.map((column) => inByteOrder(db, column))
  const most = columns.some(({ kind }) => kind === 'bytes') ? BATCH_OF_BYTES : BATCH
  const beyond = `WHERE (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')})`
  for (let last: Row | null = null; ;) {
    const rows: Row[] = await db.select(
      `SELECT ${list} FROM ${name} ${last ? beyond : ''} ORDER BY ${keys.join(', ')} LIMIT ${most}`,
      last ? key.map((column) => keyValue(last?.[column.name])) : [],
      tx,
    )
    last = rows.at(-1) ?? null
    if (!last) return
    yield rows.map((row) => JSON.stringify(columns.map(({ name: column, kind }) => plain(row[column], kind))))
  }
}

export const quoted = ({ dialect }: Pick<Database, 'dialect'>, name: string): string =>
  dialect === 'mysql' ? `\`${name}\`` : `"${name}"`

/** Text compares by its bytes whatever the column's own collation; where that is so already, its index serves. */
function inByteOrder(db: Database, { name, binary }: BackedUpTable['key'][number]): string {
  if (binary) return quoted(db, name)
  return `${quoted(db, name)} COLLATE ${db.dialect === 'mysql' ? 'utf8mb4_bin' : 'BINARY'}`
}

const keyValue = (value: unknown): string | number => (typeof value === 'number' ? value : String(value))

function plain(value: unknown, kind: TableColumn['kind']): string | number | null {
  if (value === null || value === undefined) return null
  if (kind === 'number') return Number(value)
  return Buffer.isBuffer(value) ? value.toString(kind === 'bytes' ? 'base64' : 'utf8') : String(value)
}
