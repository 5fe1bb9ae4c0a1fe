import { run } from '../db/driver.js'
import type { Entry } from './catalog.js'
import { ALWAYS, type Condition } from './condition.js'
import type { Order } from './filters.js'
import { orderSql } from './order.js'
import type { Stored } from './resource.js'
import { totalOf, type Total } from './totals.js'
import { idsByWays } from './ways.js'

/** Up to so many are gathered by their index in a few ms; of more than that, the first are looked for at the head of the list. */
export const MANY_FOUND = 10_000
/** A word that many rows have stands in some of so many at the head, however long the list is. */
const NEARBY = 1000

/**
 * A page of a list whose rows are reached by indexes that have another order, as those of a search are. What it costs depends on
 * how many rows are found and not on how many there are: the database itself would rather walk the whole list, or
 * gather all that is found and sort it.
 */
export async function foundPage(
  entry: Entry,
  where: Condition,
  order: Order,
  from: number,
  count: number,
): Promise<Total & { rows: Stored[] }> {
  const { table } = entry.sql
  const total = await totalOf(entry, where, 0)
  const page = { order, from, count }
  const head = {
    sql: `SELECT id AS rowId FROM ${table} ORDER BY ${orderSql(order)} LIMIT ${NEARBY}`,
    values: [],
  }
  // A head that does not fill the page says too little.
  const near = total.count > MANY_FOUND ? await among(entry, head, where, page) : []
  const rows =
    near.length === count
      ? near
      : await among(entry, idsByWays(table, where, from + count, order), ALWAYS, page)
  return { rows, asOf: total.asOf, count: Math.max(total.count, rows.length > 0 ? from + rows.length : 0) }
}

/** A page of the rows whose ids (`rowId`) are given, and that match. */
async function among(
  { sequelize, sql: { table, listColumns } }: Entry,
  ids: Condition,
  where: Condition,
  { order, from, count }: { order: Order; from: number; count: number },
): Promise<Stored[]> {
  const sql = `SELECT ${listColumns} FROM ${table} JOIN (${ids.sql}) AS found ON found.rowId = id WHERE ${where.sql} ORDER BY ${orderSql(order)} LIMIT ${count} OFFSET ${from}`
  return (await run(sequelize, sql, [...ids.values, ...where.values])).rows
}
