import { run } from '../db/driver.js'
import type { Entry } from './catalog.js'
import type { Condition } from './condition.js'
import { Remembered } from './remembered.js'
import { idsByWays } from './ways.js'

export interface Total {
  count: number
  /** The moment (ms) that it is exact of; null: now. */
  asOf: number | null
}

/** Up to so many matches are counted for every answer, if that is quick. */
const FEW = 1000
const QUICK_MS = 10
/** A busy moment makes any count slow once or twice; a scan is slow every time. */
const SLOW_IN_A_ROW = 3

const totals = new WeakMap<Entry, Remembered<Counted>>()

interface Counted {
  count: number
  /** How many counts in a row were not quick. */
  slow: number
}

/**
 * How many records match. Few matches are counted now; a count that would be a scan is remembered in this process for
 * all who ask the same, and its moment told. `seen`: the list is known to be at least so long.
 */
export async function totalOf(entry: Entry, where: Condition, seen: number): Promise<Total> {
  const memory = totals.get(entry) ?? new Remembered<Counted>()
  totals.set(entry, memory)
  const key = keyOf(where)
  const before = memory.peek(key)?.value
  if (!before || (before.count <= FEW && before.slow < SLOW_IN_A_ROW)) {
    const asOf = Date.now()
    const few = await count(entry, where, FEW + 1)
    const took = Date.now() - asOf
    if (few <= FEW) {
      const slow = took < QUICK_MS ? 0 : (before?.slow ?? 0) + 1
      memory.put(key, { value: { count: few, slow }, asOf, took })
      return { count: few, asOf: null }
    }
    memory.forget(key)
  } else if (before.count < seen) memory.forget(key)
  const known = await memory.get(key, async () => ({ count: await count(entry, where), slow: SLOW_IN_A_ROW }))
  return { count: Math.max(known.value.count, seen), asOf: known.asOf }
}

export const keyOf = ({ sql, values }: Condition): string => JSON.stringify([sql, values])

async function count({ sequelize, sql: { table } }: Entry, where: Condition, most?: number): Promise<number> {
  const found =
    most !== undefined && where.ways
      ? idsByWays(table, where, most)
      : {
          ...where,
          sql: `SELECT 1 FROM ${table} WHERE ${where.sql}${most === undefined ? '' : ` LIMIT ${most}`}`,
        }
  const { rows } = await run(sequelize, `SELECT COUNT(*) AS n FROM (${found.sql}) AS found`, found.values)
  return Number(rows[0]?.n)
}
