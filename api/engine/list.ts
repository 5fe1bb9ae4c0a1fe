import { Op, type WhereOptions } from 'sequelize'
import type { Tx } from '../db/database.js'
import type { Principal } from './access.js'
import type { Entry } from './catalog.js'
import { kinds } from './fields/index.js'
import { orderOf, whereOf } from './filters.js'
import type { ListQuery } from './listQuery.js'
import { fieldsOf, type AnyResource, type Stored } from './resource.js'
import { fromRow } from './tables.js'
import { asObject, asObjects } from './shapes.js'

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
  return { rows: rows.map((row) => fromRow(of.fields, asObject(row))), total }
}

/** Rows read at a time when all of them are wanted. */
const BATCH = 1000

/** Reads all matching rows in order, a batch at a time, each from where the last one ended: no offset, no key list. */
export async function* stream(
  { of, model }: Entry,
  query: ListQuery,
  who: Principal,
  tx?: Tx,
): AsyncGenerator<Stored[]> {
  const where = whereOf(of, query.filter, who)
  const order = orderOf(of, query.sort, who)
  const attributes = listColumns(of)
  for (let last: Stored | null = null; ;) {
    const rows = asObjects(
      await model.findAll({
        where: last ? { [Op.and]: [where, afterRow(order, last)] } : where,
        order,
        limit: BATCH,
        raw: true,
        attributes,
        transaction: tx ?? null,
      }),
    )
    if (rows.length > 0) yield rows.map((row) => fromRow(of.fields, row))
    last = rows.at(-1) ?? null
    if (!last || rows.length < BATCH) return
  }
}

/** The rows behind this one in an order by one field and then the id. Nulls come first when ascending. */
function afterRow(order: [string, 'ASC' | 'DESC'][], last: Stored): WhereOptions {
  const [first, tie] = order
  const [name, direction] = first ?? ['id', 'ASC']
  const further = direction === 'ASC' ? Op.gt : Op.lt
  const known = last[name]
  const value = typeof known === 'number' ? known : known == null ? null : String(known)
  if (!tie) return { [name]: { [further]: value } }
  const sameButLater = { [name]: value, id: { [further]: Number(last.id) } }
  if (value === null)
    return direction === 'ASC' ? { [Op.or]: [sameButLater, { [name]: { [Op.ne]: null } }] } : sameButLater
  const beyond = [{ [name]: { [further]: value } }, sameButLater]
  return { [Op.or]: direction === 'DESC' ? [...beyond, { [name]: null }] : beyond }
}
