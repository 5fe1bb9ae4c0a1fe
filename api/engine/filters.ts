import type { ZodType } from 'zod'
import type { Value } from '../db/driver.js'
import { decide, type Principal, type Where } from './access.js'
import { all, any, anyIndexed, compare, isNull, like, oneOf, type Condition } from './condition.js'
import { isDay, startOfDay } from './day.js'
import { kinds, type Field, type Fields, type Operator } from './fields/index.js'
import { objectOf } from './validator.js'
import { BadRequest, Forbidden } from './problems.js'
import { canRead } from './rights.js'
import { isIndexed, type AnyResource } from './resource.js'

const ID: Field = { kind: 'integer', label: { zh: '编号', en: 'Id' }, min: 0, max: Number.MAX_SAFE_INTEGER }
const TIME: Field = { kind: 'datetime', label: { zh: '时间', en: 'Time' } }
/** What every record has, for filters and sorts. */
export const OWN_FIELDS: Fields = { id: ID, createdAt: TIME, updatedAt: TIME }

/** The most values that one filter may list. */
const MOST_VALUES = 1000

/** The field of that name if the person may filter and sort by it; unknown and unreadable look alike. */
export function queryable(of: AnyResource, name: string, who: Principal): Field | null {
  const field = Object.hasOwn(OWN_FIELDS, name)
    ? OWN_FIELDS[name]
    : Object.hasOwn(of.fields, name)
      ? of.fields[name]
      : null
  if (!field || !canRead(field, who) || field.derived === 'record') return null
  return kinds[field.kind].operators.length > 0 ? field : null
}

/**
 * The rows that a list shows: the filter as sent, and the person's right to read. Null values ask for empty
 * columns, arrays for any of their values, `_gte` and `_lte` for bounds, `q` for the search fields.
 */
export function whereOf(of: AnyResource, filter: Record<string, unknown>, who: Principal): Condition {
  const conditions: Condition[] = []
  const verdict = decide(of.rights.read, who)
  if (verdict === false) throw Forbidden()
  if (verdict !== true) conditions.push(any(verdict.map(asCondition)))
  for (const [key, value] of Object.entries(filter)) {
    if (key === 'q') conditions.push(...searchOf(of, value, who))
    else conditions.push(conditionOf(of, key, value, who))
  }
  return all(conditions)
}

const asCondition = (where: Where): Condition =>
  all(Object.entries(where).map(([field, values]) => oneOf(field, values)))

function conditionOf(of: AnyResource, key: string, value: unknown, who: Principal): Condition {
  const suffix = /_(gte|lte)$/.exec(key)?.[1]
  const operator: Operator =
    suffix === 'gte' ? 'gte' : suffix === 'lte' ? 'lte' : Array.isArray(value) ? 'in' : 'eq'
  const name = suffix ? key.slice(0, -4) : key
  const field = queryable(of, name, who)
  if (!field) throw unknownField(name)
  const { operators } = kinds[field.kind]
  if (field.many || !(operators.includes(operator) || (operator === 'in' && operators.includes('eq'))))
    throw BadRequest({
      zh: `「${field.label.zh}」不能这样筛选：${key}。`,
      en: `"${name}" cannot be filtered by ${key}.`,
    })
  if (value === null) return isNull(name)
  if (Array.isArray(value)) {
    if (value.length > MOST_VALUES)
      throw BadRequest({
        zh: `「${field.label.zh}」一次最多筛选 ${MOST_VALUES} 个值。`,
        en: `"${name}" takes at most ${MOST_VALUES} values in one filter.`,
      })
    return oneOf(
      name,
      value.map((one): Value => (one === null ? null : filterValue(name, field, one))),
    )
  }
  if (field.kind === 'datetime' && typeof value === 'string' && isDay(value))
    return operator === 'gte'
      ? compare(name, '>=', startOfDay(value))
      : compare(name, '<', startOfDay(value, 1))
  const parsed = filterValue(name, field, value)
  return compare(name, operator === 'gte' ? '>=' : operator === 'lte' ? '<=' : '=', parsed)
}

/** Parses a filter's value as its field would, but without the field's own bounds. */
function filterValue(name: string, field: Field, value: unknown): string | number | boolean {
  const parser = parsers.get(field) ?? parserOf(field)
  parsers.set(field, parser)
  const parsed = parser.safeParse(value)
  const wanted = parsed.success ? parsed.data : null
  if (typeof wanted === 'string' || typeof wanted === 'number' || typeof wanted === 'boolean') return wanted
  throw BadRequest({
    zh: `筛选「${field.label.zh}」的值不对：${JSON.stringify(value).slice(0, 80)}。`,
    en: `The value for the filter "${name}" is not right: ${JSON.stringify(value).slice(0, 80)}.`,
  })
}

/** Made once per field: making a parser costs far more than using it. */
const parsers = new WeakMap<Field, ZodType>()

function parserOf(field: Field): ZodType {
  const free: Field = { ...field, min: undefined, max: field.kind === 'text' ? 500 : undefined }
  if (field.kind === 'quantity' || field.kind === 'price' || field.kind === 'rate')
    Object.assign(free, { min: '-99999999', max: '99999999' })
  return kinds[field.kind].input(free, (fields) => objectOf(fields, true))
}

function searchOf(of: AnyResource, value: unknown, who: Principal): Condition[] {
  if (value === null || value === undefined || value === '') return []
  if (!of.search) throw unknownField('q')
  if (typeof value !== 'string' && typeof value !== 'number')
    throw BadRequest({ zh: '搜索词 q 应是文字。', en: 'The search text q must be a string.' })
  const { fields, anywhere = false } = of.search
  const names = fields.filter((name) => queryable(of, name, who))
  const among = !anywhere && names.every((name) => isIndexed(of, name)) ? anyIndexed : any
  return String(value)
    .trim()
    .slice(0, 100)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => among(names.map((name) => like(name, word, anywhere))))
}

const unknownField = (name: string) =>
  BadRequest({
    zh: `不能按「${name}」筛选或排序：没有这个字段。`,
    en: `Cannot filter or sort by "${name}": there is no such field.`,
  })

export interface Order {
  field: string
  direction: 'ASC' | 'DESC'
  nullable: boolean
}

/** `["no","DESC"]` checked. The id breaks ties in the same direction, so that pages never overlap. */
export function orderOf(of: AnyResource, sort: unknown, who: Principal): Order {
  if (sort != null && !Array.isArray(sort))
    throw BadRequest({ zh: 'sort 应写作 ["no","DESC"]。', en: 'sort must look like ["no","DESC"].' })
  const [name, direction] = sort != null && sort.length > 0 ? sort : of.sort
  const order = String(direction ?? 'ASC').toUpperCase()
  const field = typeof name === 'string' ? queryable(of, name, who) : null
  if (typeof name !== 'string' || !field) throw unknownField(String(name))
  if (order !== 'ASC' && order !== 'DESC')
    throw BadRequest({ zh: '排序方向只能是 ASC 或 DESC。', en: 'The sort order must be ASC or DESC.' })
  return { field: name, direction: order, nullable: !field.required && !Object.hasOwn(OWN_FIELDS, name) }
}
