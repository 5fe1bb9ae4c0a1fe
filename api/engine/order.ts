import { all, any, column, compare, isNotNull, isNull, type Condition } from './condition.js'
import type { Order } from './filters.js'

/** Where a row stands in an order: its value there, and its id among equals. */
export interface Place {
  value: string | number | null
  id: number
}

export const orderSql = ({ field, direction }: Order, of = ''): string =>
  [...new Set([field, 'id'])].map((name) => `${of}${column(name)} ${direction}`).join(', ')

/** The rows behind that place. Nulls come first when ascending, on both databases. */
export function afterRow({ field, direction, nullable }: Order, { value, id }: Place): Condition {
  const [further, notBefore] = direction === 'ASC' ? (['>', '>='] as const) : (['<', '<='] as const)
  const laterId = compare('id', further, id)
  if (field === 'id') return laterId
  if (value === null) {
    const amongNulls = all([isNull(field), laterId])
    return direction === 'ASC' ? any([amongNulls, isNotNull(field)]) : amongNulls
  }
  // The bound is there twice so that SQLite too sees where in its index to begin.
  const behind = all([
    compare(field, notBefore, value),
    any([compare(field, further, value), all([compare(field, '=', value), laterId])]),
  ])
  return nullable && direction === 'DESC' ? any([behind, isNull(field)]) : behind
}
