import { run } from '../db/driver.js'
import type { Entry } from './catalog.js'
import type { Condition } from './condition.js'
import type { Order } from './filters.js'
import { orderSql } from './order.js'
import type { Stored } from './resource.js'
import { totalOf, type Total } from './totals.js'
import { idsByWays } from './ways.js'

/** Up to so many are gathered by their index in a few ms; of more than that, the first are looked for at the head of the list. */
const MANY = 10_000
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
  const total = await totalOf(entry, where, 0)
  const near = total.count > MANY ? await nearby(entry, where, order, from, count) : []
  const rows = near.length === count ? near : await byWays(entry, where, order, from, count)
  return { rows, asOf: total.asOf, count: Math.max(total.count, rows.length > 0 ? from + rows.length : 0) }
}

/** What the head of the whole list holds of the page: all of it, or too little to know. */
async function nearby(
  { sequelize, sql: { table, listColumns } }: Entry,
  where: Condition,
  order: Order,
  from: number,
  count: number,
): Promise<Stored[]> {
  const by = `ORDER BY ${orderSql(order)}`
  const head = `SELECT id AS rowId FROM ${table} ${by} LIMIT ${NEARBY}`
  const sql = `SELECT ${listColumns} FROM ${table} JOIN (${head}) AS head ON head.rowId = id WHERE ${where.sql} ${by} LIMIT ${count} OFFSET ${from}`
  return (await run(sequelize, sql, where.values)).rows
}

async function byWays(
  { sequelize, sql: { table, listColumns } }: Entry,
  where: Condition,
  order: Order,
  from: number,
  count: number,
): Promise<Stored[]> {
  const ids = idsByWays(table, where, from + count, order)
  const sql = `SELECT ${listColumns} FROM ${table} JOIN (${ids.sql}) AS found ON found.rowId = id ORDER BY ${orderSql(order)} LIMIT ${count} OFFSET ${from}`
  return (await run(sequelize, sql, ids.values)).rows
}
