import type { Condition } from './condition.js'
import type { Order } from './filters.js'
import { orderSql } from './order.js'

/**
 * A SELECT of the ids (`rowId`), each once, that any way of the condition finds; from each way at most so many: the
 * first in that order, or whichever come first.
 */
export function idsByWays(table: string, { ways = [] }: Condition, most: number, order?: Order): Condition {
  const by = order ? ` ORDER BY ${unwalked(order)}` : ''
  const each = ways.map(
    ({ sql }, at) =>
      `SELECT rowId FROM (SELECT id AS rowId FROM ${table} WHERE ${sql}${by} LIMIT ${most}) AS way${at}`,
  )
  return { sql: each.join(' UNION '), values: ways.flatMap(({ values }) => values) }
}

/**
 * The id in a sum: else MariaDB, which takes what is found for evenly spread, walks the table by id until it has met
 * enough of it. An old month's numbers stand behind all that came since.
 */
const unwalked = (order: Order): string =>
  order.field === 'id' ? `id + 0 ${order.direction}` : orderSql(order)
