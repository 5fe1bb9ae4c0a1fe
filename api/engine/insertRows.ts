import type { Sequelize } from 'sequelize'
import type { Tx } from '../db/database.js'
import { run, type Done, type Value } from '../db/driver.js'
import { column } from './condition.js'

/** Rows as the columns take them, all with the same columns. */
export type ColumnValues = Record<string, Value>

/** Inserts rows by one statement; `insertId` is the id of the row when there is one. */
export function insertRows(
  sequelize: Sequelize,
  table: string,
  rows: readonly ColumnValues[],
  tx: Tx,
): Promise<Done> {
  const names = Object.keys(rows[0] ?? {})
  const marks = `(${names.map(() => '?').join(', ')})`
  return run(
    sequelize,
    `INSERT INTO ${table} (${names.map(column).join(', ')}) VALUES ${rows.map(() => marks).join(', ')}`,
    rows.flatMap((row) => names.map((name) => row[name] ?? null)),
    tx,
  )
}
