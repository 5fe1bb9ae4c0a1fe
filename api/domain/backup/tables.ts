import type { Database, Tx } from '../../db/database.js'

/** Stays behind: who is signed in is not brought back from the past, a wish for a PDF lives for minutes, and migrations write their own table. */
const LEFT_OUT = new Set(['migrations', 'sessions', 'sign_in_failures', 'render_requests'])

export interface TableColumn {
  name: string
  kind: 'number' | 'text' | 'bytes'
}

export interface BackedUpTable {
  name: string
  /** By name, so that the same table is the same on every database. Computed columns are left out. */
  columns: TableColumn[]
  /** The primary key, in its order; `binary`: compared by its bytes already. */
  key: { name: string; binary: boolean }[]
}

/** Every table of the database that a backup holds, by name. */
export async function backedUpTables(db: Database, tx?: Tx): Promise<BackedUpTable[]> {
  const rows = await db.select(
    db.dialect === 'mysql'
      ? `SELECT c.TABLE_NAME AS tableName, c.COLUMN_NAME AS columnName, c.DATA_TYPE AS type,
           COALESCE(c.COLLATION_NAME, '_bin') LIKE '%bin' AS isBinary, k.ORDINAL_POSITION AS keyAt
         FROM information_schema.COLUMNS c JOIN information_schema.TABLES t
           ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME AND t.TABLE_TYPE = 'BASE TABLE'
         LEFT JOIN information_schema.KEY_COLUMN_USAGE k
           ON k.TABLE_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME AND k.COLUMN_NAME = c.COLUMN_NAME
           AND k.CONSTRAINT_NAME = 'PRIMARY'
         WHERE c.TABLE_SCHEMA = DATABASE() AND c.EXTRA NOT LIKE '%GENERATED%'`
      : `SELECT t.name AS tableName, c.name AS columnName, LOWER(c.type) AS type,
           LOWER(c.type) LIKE '%int%' AS isBinary, NULLIF(c.pk, 0) AS keyAt
         FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0`,
    [],
    tx,
  )
  const names = [...new Set(rows.map((row) => String(row.tableName)))].filter((name) => !LEFT_OUT.has(name))
  return names.sort(byBytes).map((name) => {
    const own = rows.filter((row) => row.tableName === name)
    const keys = own.filter((row) => row.keyAt !== null)
    return {
      name,
      columns: own
        .map((row) => ({ name: String(row.columnName), kind: kindOf(String(row.type)) }))
        .sort((a, b) => byBytes(a.name, b.name)),
      key: keys
        .sort((a, b) => Number(a.keyAt) - Number(b.keyAt))
        .map((row) => ({ name: String(row.columnName), binary: Number(row.isBinary) === 1 })),
    }
  })
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const kindOf = (type: string): TableColumn['kind'] =>
  type.includes('int') ? 'number' : type.includes('blob') ? 'bytes' : 'text'
