import type { Principal } from './access.js'
import type { Entry } from './catalog.js'
import { kinds } from './fields/index.js'
import { orderOf, whereOf } from './filters.js'
import type { ListQuery } from './listQuery.js'
import { fieldsOf, type AnyResource, type Stored } from './resource.js'
import { fromRow } from './tables.js'

/** Rows of one answer without a range: as many as one filter may name. */
const WITHOUT_RANGE = 1000

export interface Page {
  rows: Stored[]
  total: number
}

/** The columns that lists read: everything but lines and free JSON, which only the single record shows. */
export function listColumns(of: AnyResource): string[] {
  const own = ['id', 'version', 'createdAt', 'updatedAt']
  const fields = fieldsOf(of).filter(
    ([, field]) =>
      field.kind !== 'json' && field.derived !== 'record' && !field.secret && kinds[field.kind].column(field),
  )
  return [...own, ...fields.map(([name]) => name)]
}

/** One page of what the person may read, with the exact total. */
export async function list({ of, model }: Entry, query: ListQuery, who: Principal): Promise<Page> {
  const where = whereOf(of, query.filter, who)
  const order = orderOf(of, query.sort, who)
  const { from, count } = query.range ?? { from: 0, count: WITHOUT_RANGE }
  const rows =
    count === 0
      ? []
      : await model.findAll({
          where,
          order,
          limit: count,
          offset: from,
          raw: true,
          attributes: listColumns(of),
        })
  const complete = rows.length > 0 && rows.length < count
  const total = complete ? from + rows.length : await model.count({ where })
  return { rows: rows.map((row) => fromRow(of.fields, Object(row))), total }
}

/** Reads all matching rows in order, in small batches: keys first, then the rows of each batch. */
export async function* stream(
  { of, model }: Entry,
  query: ListQuery,
  who: Principal,
): AsyncGenerator<Stored[]> {
  const where = whereOf(of, query.filter, who)
  const keys = await model.findAll({
    where,
    order: orderOf(of, query.sort, who),
    raw: true,
    attributes: ['id'],
  })
  const ids = keys.map((key) => Number(Object(key).id))
  for (let at = 0; at < ids.length; at += 500) {
    const batch = ids.slice(at, at + 500)
    const rows = await model.findAll({ where: { id: batch }, raw: true, attributes: listColumns(of) })
    const byId = new Map(rows.map((row) => [Number(Object(row).id), fromRow(of.fields, Object(row))]))
    yield batch.map((id) => byId.get(id)).filter((row) => row !== undefined)
  }
}
