import type { Value } from '../db/driver.js'
import { oneOf } from './condition.js'
import type { Context } from './context.js'
import type { Field, Fields } from './fields/index.js'
import type { FieldErrors } from './problem.js'
import { Invalid } from './problems.js'
import type { Stored } from './resource.js'
import { asObjects } from './shapes.js'

/** Ids by the resource that they are of. */
type Ids = Map<string, Set<number>>

/**
 * Checks that every referenced record exists, in one statement; the error names the field, also inside lines. What
 * the record named `before` is not looked up again.
 */
export async function checkReferences(
  context: Context,
  fields: Fields,
  values: Stored,
  before: Stored | null = null,
): Promise<void> {
  const named = idsNamed(fields, values)
  if (before)
    for (const [resource, ids] of idsNamed(fields, before))
      for (const id of ids) named.get(resource)?.delete(id)
  const missing = await missingIds(context, named)
  if (missing.size === 0) return
  throw Invalid(errorsAt(context, fields, values, missing))
}

/** The fields that a person fills with references. */
const isGiven = (field: Field): boolean => field.kind === 'reference' && !field.readOnly && !field.derived

const idsOf = (value: unknown): number[] => (value == null ? [] : [value].flat().map(Number))

function idsNamed(fields: Fields, values: Stored): Ids {
  const named: Ids = new Map()
  const take = (of: Fields, record: Stored) => {
    for (const [name, field] of Object.entries(of))
      if (isGiven(field) && record[name] != null) {
        const ids = named.get(String(field.reference)) ?? new Set()
        named.set(String(field.reference), ids)
        for (const id of idsOf(record[name])) ids.add(id)
      }
  }
  take(fields, values)
  for (const [name, field] of Object.entries(fields))
    if (field.kind === 'lines' && !field.readOnly)
      for (const line of asObjects(values[name])) take(field.fields ?? {}, line)
  return named
}

async function missingIds({ catalog, db, tx }: Context, named: Ids): Promise<Ids> {
  const wanted = [...named].filter(([, ids]) => ids.size > 0)
  if (wanted.length === 0) return new Map()
  const values: Value[] = []
  const parts = wanted.map(([resource, ids], at) => {
    const among = oneOf('id', [...ids])
    values.push(...among.values)
    return `SELECT ${at} AS place, id FROM ${catalog.get(resource).sql.table} WHERE ${among.sql}`
  })
  const missing = wanted.map(([resource, ids]): [string, Set<number>] => [resource, new Set(ids)])
  for (const { place, id } of await db.select(parts.join(' UNION ALL '), values, tx))
    missing[Number(place)]?.[1].delete(Number(id))
  return new Map(missing.filter(([, ids]) => ids.size > 0))
}

function errorsAt(context: Context, fields: Fields, values: Stored, missing: Ids): FieldErrors {
  const errors: FieldErrors = {}
  for (const [name, field] of Object.entries(fields)) {
    if (isGiven(field)) {
      const gone = idsOf(values[name]).filter((id) => missing.get(String(field.reference))?.has(id))
      if (gone.length > 0) errors[name] = noSuch(context, String(field.reference), gone)
    }
    if (field.kind !== 'lines' || field.readOnly) continue
    const lines = asObjects(values[name]).map((line) => errorsAt(context, field.fields ?? {}, line, missing))
    if (lines.some((line) => Object.keys(line).length > 0)) errors[name] = lines
  }
  return errors
}

function noSuch({ catalog }: Context, resource: string, ids: number[]) {
  const { label } = catalog.get(resource).of
  return {
    zh: `没有编号为 ${ids.join('、')} 的${label.zh}，请重新选择。`,
    en: `There is no record ${ids.join(', ')} in ${label.en}; choose again.`,
  }
}
