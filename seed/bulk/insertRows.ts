import type { Database, Tx } from '../../api/db/database.js'

export type Value = string | number | null
export type BulkRow = readonly Value[]

/** Well below the smallest packet that a MySQL server takes (4 MB of text); SQLite is fastest with a few hundred rows. */
const ROWS = { mysql: 2000, sqlite: 400 }

/** Inserts many rows by few statements, values written into the SQL: binding millions of them costs more than storing them. */
export async function insertRows(
  db: Database,
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly BulkRow[],
): Promise<void> {
  const into = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `
  const most = ROWS[db.dialect]
  for (let from = 0; from < rows.length; from += most) {
    const values = rows.slice(from, from + most).map((row) => `(${row.map((v) => literal(db, v)).join(',')})`)
    await db.sequelize.query(into + values.join(','), { raw: true, transaction: tx })
  }
}

/** `ON CONFLICT` in the database's own words: set these columns when the unique key is there already. */
export const orElseSet = (db: Database, key: string, columns: readonly string[]): string =>
  db.dialect === 'mysql'
    ? `ON DUPLICATE KEY UPDATE ${columns.map((c) => `${c} = VALUES(${c})`).join(', ')}`
    : `ON CONFLICT (${key}) DO UPDATE SET ${columns.map((c) => `${c} = excluded.${c}`).join(', ')}`

/** Inserts rows that may be there already; then only `changed` columns are set. */
export async function upsertRows(
  db: Database,
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly BulkRow[],
  { key, changed }: { key: string; changed: readonly string[] },
): Promise<void> {
  for (let from = 0; from < rows.length; from += 400) {
    const values = rows.slice(from, from + 400).map((row) => `(${row.map((v) => literal(db, v)).join(',')})`)
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.join(',')} ${orElseSet(db, key, changed)}`
    await db.sequelize.query(sql, { raw: true, transaction: tx })
  }
}

const SPECIAL = /['\\\0]/

function literal({ sequelize }: Database, value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  return SPECIAL.test(value) ? sequelize.escape(value) : `'${value}'`
}
