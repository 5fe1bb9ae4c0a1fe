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
export function afterRow({ field, direction }: Order, { value, id }: Place): Condition {
  const further = direction === 'ASC' ? '>' : '<'
  const laterId = compare('id', further, id)
  if (field === 'id') return laterId
  if (value === null) {
    const amongNulls = all([isNull(field), laterId])
    return direction === 'ASC' ? any([amongNulls, isNotNull(field)]) : amongNulls
  }
  const behind = any([compare(field, further, value), all([compare(field, '=', value), laterId])])
  // The bound is there twice so that SQLite too sees where in its index to begin.
  return direction === 'ASC'
    ? all([compare(field, '>=', value), behind])
    : any([all([compare(field, '<=', value), behind]), isNull(field)])
}
