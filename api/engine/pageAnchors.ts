import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '../db/driver.js'
import type { Entry } from './catalog.js'
import { all, column, type Condition } from './condition.js'
import type { Order } from './filters.js'
import { afterRow, orderSql, type Place } from './order.js'
import { Remembered, type Known } from './remembered.js'
import { keyOf } from './totals.js'

/** A place in a list is remembered every so many rows; pages before the first one are counted off. */
export const ANCHOR_EVERY = 100
/** A list of more than 200,000 rows has its places further apart: at a million every 800th is one. */
const MOST_PLACES = 2000
/** Finding a place takes part of a ms where an index has the order. Where it does not, each one is a whole sort. */
const TOO_SLOW_MS = 250
/** Whoever waits for a walk has what was found by then; it goes on behind the reader. */
const WAIT_MS = 2000
const MOST_MS = 20_000

/** The places of rows `every`, 2 × `every` … of a list; more of them while it is still being walked. */
export interface Anchors {
  every: number
  places: Place[]
}

const anchors = new WeakMap<Entry, Remembered<Anchors>>()

/** Counting off so many rows takes some ms; finding the places takes seconds in a long list. */
const NEAR = 20_000

/**
 * Places in a list, found by walking it once in its index; renewed in the background like totals, and told with their
 * moment. Whoever wants a row that is not far waits for no walk: undefined until one is over.
 * @param from the first row that is wanted
 */
export async function anchorsOf(
  entry: Entry,
  where: Condition,
  order: Order,
  from: number,
): Promise<Known<Anchors> | undefined> {
  const memory = anchors.get(entry) ?? new Remembered<Anchors>()
  anchors.set(entry, memory)
  const key = `${keyOf(where)} ${order.field} ${order.direction}`
  const work = () => walk(entry, where, order)
  return from < NEAR ? memory.soon(key, work) : memory.get(key, work)
}

async function walk(entry: Entry, where: Condition, order: Order): Promise<Anchors> {
  const found: Anchors = { every: ANCHOR_EVERY, places: [] }
  const walked = walkOn(found, entry, where, order)
  // Of a fault that comes after the waiting nobody is told: the places that were found are right.
  walked.catch(() => undefined)
  await Promise.race([walked, sleep(WAIT_MS, undefined, { ref: false })])
  return found
}

async function walkOn(
  found: Anchors,
  { sequelize, sql: { table } }: Entry,
  where: Condition,
  order: Order,
): Promise<void> {
  const end = Date.now() + MOST_MS
  for (;;) {
    const begun = Date.now()
    const last = found.places.at(-1)
    const from = last ? all([where, afterRow(order, last)]) : where
    const { rows } = await run(
      sequelize,
      `SELECT id, ${column(order.field)} AS v FROM ${table} WHERE ${from.sql} ORDER BY ${orderSql(order)} LIMIT 1 OFFSET ${found.every - 1}`,
      from.values,
    )
    const [row] = rows
    if (!row) return
    found.places.push({ id: Number(row.id), value: scalar(row.v) })
    if (Date.now() - begun > TOO_SLOW_MS || Date.now() > end) return
    if (found.places.length === MOST_PLACES) {
      found.places = found.places.filter((_, at) => at % 2 === 1)
      found.every *= 2
    }
  }
}

const scalar = (value: unknown): Place['value'] =>
  typeof value === 'number' || value === null ? value : String(value)
