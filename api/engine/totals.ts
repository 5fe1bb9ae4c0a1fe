import { run } from '../db/driver.js'
import type { Entry } from './catalog.js'
import type { Condition } from './condition.js'
import { Remembered } from './remembered.js'

export interface Total {
  count: number
  /** The moment (ms) that it is exact of; null: now. */
  asOf: number | null
}

/** Up to so many matches are counted for every answer, if that is quick. */
const FEW = 1000
const QUICK_MS = 10

const totals = new WeakMap<Entry, Remembered<number>>()

/**
 * How many records match. Few matches are counted now; a count that would be a scan is remembered in this process for
 * all who ask the same, and its moment told. `seen`: the list is known to be at least so long.
 */
export async function totalOf(entry: Entry, where: Condition, seen: number): Promise<Total> {
  const memory = totals.get(entry) ?? new Remembered<number>()
  totals.set(entry, memory)
  const key = keyOf(where)
  const before = memory.peek(key)
  if (!before || (before.value <= FEW && before.took < QUICK_MS)) {
    const asOf = Date.now()
    const value = await count(entry, where, FEW + 1)
    const took = Date.now() - asOf
    if (value <= FEW) {
      memory.put(key, { value, asOf, took })
      return { count: value, asOf: null }
    }
    memory.forget(key)
  } else if (before.value < seen) memory.forget(key)
  const known = await memory.get(key, () => count(entry, where))
  return { count: Math.max(known.value, seen), asOf: known.asOf }
}

export const keyOf = ({ sql, values }: Condition): string => JSON.stringify([sql, values])

async function count({ sequelize, sql: { table } }: Entry, where: Condition, most?: number): Promise<number> {
  const from = `FROM ${table} WHERE ${where.sql}`
  const sql =
    most === undefined
      ? `SELECT COUNT(*) AS n ${from}`
      : `SELECT COUNT(*) AS n FROM (SELECT 1 ${from} LIMIT ${most}) AS few`
  const { rows } = await run(sequelize, sql, where.values)
  return Number(rows[0]?.n)
}
