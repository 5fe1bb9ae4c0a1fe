import type { Sequelize } from 'sequelize'
import type { Database, Row, Tx } from '../db/database.js'
import { run, type Done, type Value } from '../db/driver.js'
import { column, oneOf } from './condition.js'

/** Rows as the columns take them, all with the same columns. */
export type ColumnValues = Record<string, Value>

/** Inserts rows by one statement; `insertId` is the id of the row when there is one. `returning`: columns answered. */
export function insertRows(
  sequelize: Sequelize,
  table: string,
  rows: readonly ColumnValues[],
  tx: Tx,
  returning: readonly string[] = [],
): Promise<Done> {
  const names = Object.keys(rows[0] ?? {})
  const marks = `(${names.map(() => '?').join(', ')})`
  return run(
    sequelize,
    `INSERT INTO ${table} (${names.map(column).join(', ')}) VALUES ${rows.map(() => marks).join(', ')}${returning.length > 0 ? ` RETURNING ${returning.map(column).join(', ')}` : ''}`,
    rows.flatMap((row) => names.map((name) => row[name] ?? null)),
    tx,
  )
}

/**
 * Inserts rows by one statement and answers their ids, row by row. `keys` are columns that tell the rows apart; no
 * database promises ids that follow each other.
 */
export async function insertForIds(
  { sequelize, canReturn }: Database,
  table: string,
  rows: readonly ColumnValues[],
  keys: readonly string[],
  tx: Tx,
): Promise<number[]> {
  if (rows.length === 0) return []
  const answered = ['id', ...keys]
  const done = await insertRows(sequelize, table, rows, tx, canReturn && rows.length > 1 ? answered : [])
  if (rows.length === 1) return [done.insertId]
  const found = canReturn ? done.rows : await rowsSince(sequelize, table, rows, answered, done.insertId, tx)
  const textOf = (row: Record<string, unknown>) => keys.map((key) => String(row[key])).join('\n')
  const ids = new Map(found.map((row) => [textOf(row), Number(row.id)]))
  return rows.map((row) => {
    const id = ids.get(textOf(row))
    if (id === undefined) throw new Error(`A row of ${table} is not there after it was inserted.`)
    return id
  })
}

/** The rows from the first inserted one on that share their first key with one of these. */
async function rowsSince(
  sequelize: Sequelize,
  table: string,
  rows: readonly ColumnValues[],
  answered: readonly string[],
  firstId: number,
  tx: Tx,
): Promise<Row[]> {
  const [, key = 'id'] = answered
  const among = oneOf(key, [...new Set(rows.map((row) => row[key] ?? null))])
  const sql = `SELECT ${answered.map(column).join(', ')} FROM ${table} WHERE id >= ? AND ${among.sql}`
  return (await run(sequelize, sql, [firstId, ...among.values], tx)).rows
}
