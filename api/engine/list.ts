import type { Tx } from '../db/database.js'
import { run } from '../db/driver.js'
import type { Principal } from './access.js'
import type { Entry } from './catalog.js'
import { all, type Condition } from './condition.js'
import { orderOf, whereOf, type Order } from './filters.js'
import { foundPage, MANY_FOUND } from './foundPage.js'
import type { ListQuery } from './listQuery.js'
import { afterRow, orderSql, type Place } from './order.js'
import { ANCHOR_EVERY, anchorsOf } from './pageAnchors.js'
import type { Stored } from './resource.js'
import { fromRow } from './tables.js'
import { totalOf } from './totals.js'

/** Rows of one answer without a range: as many as one filter may name. */
const WITHOUT_RANGE = 1000

export interface Page {
  rows: Stored[]
  total: number
  /** The moment (ms) that total and place in the list are exact of; null: now. */
  asOf: number | null
}

/** One page of what the person may read, with its total. */
export async function list(entry: Entry, query: ListQuery, who: Principal): Promise<Page> {
  const where = whereOf(entry.of, query.filter, who)
  const order = orderOf(entry.of, query.sort, who)
  const { from, count } = query.range ?? { from: 0, count: WITHOUT_RANGE }
  if (where.ways && count > 0 && from < MANY_FOUND) {
    const { rows, count: total, asOf } = await foundPage(entry, where, order, from, count)
    return { rows: rows.map((row) => fromRow(entry.of.fields, row)), total, asOf }
  }
  const found = await pageAt(entry, where, order, from, count)
  const rows = found.rows.map((row) => fromRow(entry.of.fields, row))
  const seen = from + rows.length
  if (found.asOf === null && rows.length < count && (rows.length > 0 || from === 0))
    return { rows, total: seen, asOf: null }
  const { count: total, asOf } = await totalOf(entry, where, rows.length > 0 ? seen : 0)
  return { rows, total, asOf: earlier(asOf, found.asOf) }
}

const earlier = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))

async function pageAt(
  entry: Entry,
  where: Condition,
  order: Order,
  from: number,
  count: number,
): Promise<{ rows: Stored[]; asOf: number | null }> {
  if (count === 0) return { rows: [], asOf: null }
  const known = from < ANCHOR_EVERY ? undefined : await anchorsOf(entry, where, order, from)
  if (!known) return { rows: await rowsOf(entry, where, order, count, from), asOf: null }
  const { every, places } = known.value
  const nearest = Math.min(Math.floor(from / every), places.length)
  const place = places[nearest - 1]
  const behind = place ? all([where, afterRow(order, place)]) : where
  return { rows: await rowsOf(entry, behind, order, count, from - nearest * every), asOf: known.asOf }
}

/** Passing over so many whole rows costs less than having the database keep a list of ids. */
const FEW = 100

/** Rows in order. Behind a longer offset only their ids are walked over, in the index, and the rows fetched last. */
async function rowsOf(
  { sequelize, sql: { table, listColumns } }: Entry,
  where: Condition,
  order: Order,
  count: number,
  offset = 0,
  tx?: Tx,
): Promise<Stored[]> {
  const by = `ORDER BY ${orderSql(order)}`
  const sql =
    offset < FEW
      ? `SELECT ${listColumns} FROM ${table} WHERE ${where.sql} ${by} LIMIT ${count} OFFSET ${offset}`
      : `SELECT ${listColumns} FROM ${table} JOIN (SELECT id AS rowId FROM ${table} WHERE ${where.sql} ${by} LIMIT ${count} OFFSET ${offset}) AS page ON page.rowId = id ${by}`
  return (await run(sequelize, sql, where.values, tx)).rows
}

/** Whether that record is one that the person may read, where the right is a condition. */
export async function isReadable(entry: Entry, id: number, who: Principal): Promise<boolean> {
  const where = whereOf(entry.of, { id }, who)
  const { rows } = await run(
    entry.sequelize,
    `SELECT 1 FROM ${entry.sql.table} WHERE ${where.sql}`,
    where.values,
  )
  return rows.length > 0
}

/** Rows read at a time when all of them are wanted: with a thousand the process grew by 140 MB, with so many by 12. */
const BATCH = 200

/**
 * Reads all matching rows in order, a batch at a time, each from where the last one ended: no offset, no key list. The
 * next batch is read while this one is worked on.
 */
export async function* stream(
  entry: Entry,
  query: ListQuery,
  who: Principal,
  tx?: Tx,
): AsyncGenerator<Stored[]> {
  const where = whereOf(entry.of, query.filter, who)
  const order = orderOf(entry.of, query.sort, who)
  const read = (last: Place | null) =>
    rowsOf(entry, last ? all([where, afterRow(order, last)]) : where, order, BATCH, 0, tx)
  let next: Promise<Stored[]> | null = read(null)
  try {
    while (next) {
      const rows: Stored[] = await next
      const last = placeOf(rows.at(-1), order)
      next = last && rows.length === BATCH ? read(last) : null
      // Whoever waits for it is told of its failure; until then nobody does.
      next?.catch(() => undefined)
      if (rows.length > 0) yield rows.map((row) => fromRow(entry.of.fields, row))
    }
  } finally {
    // When the reader leaves early, its transaction must not end under a statement that is still on its way.
    await next?.catch(() => undefined)
  }
}

/** Taken before the row is read by its declaration: what the database compares with. */
function placeOf(row: Stored | undefined, { field }: Order): Place | null {
  if (!row) return null
  const value = row[field]
  return {
    id: Number(row.id),
    value: typeof value === 'number' ? value : value == null ? null : String(value),
  }
}
