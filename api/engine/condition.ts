import type { Value } from '../db/driver.js'

/** A piece of a WHERE with the values for its question marks. Names in it come from declarations only. */
export interface Condition {
  sql: string
  values: Value[]
  /** Conditions that together find the same rows, each by an index of its own; a row may be found by several. */
  ways?: readonly Condition[]
}

export const column = (name: string): string => `\`${name}\``

export const ALWAYS: Condition = { sql: '1 = 1', values: [] }
const NEVER: Condition = { sql: '1 = 0', values: [] }

export const compare = (name: string, operator: '=' | '<' | '<=' | '>' | '>=', value: Value): Condition => ({
  sql: `${column(name)} ${operator} ?`,
  values: [value],
})

export const isNull = (name: string): Condition => ({ sql: `${column(name)} IS NULL`, values: [] })
export const isNotNull = (name: string): Condition => ({ sql: `${column(name)} IS NOT NULL`, values: [] })

/** The column holds one of the values; null stands for an empty column. */
export function oneOf(name: string, values: readonly Value[]): Condition {
  const known = values.filter((value) => value !== null)
  const among: Condition = { sql: `${column(name)} IN (${known.map(() => '?').join(', ')})`, values: known }
  return any([...(known.length > 0 ? [among] : []), ...(known.length < values.length ? [isNull(name)] : [])])
}

/** The text begins with the word, or holds it anywhere. Its wildcards are letters like any other. */
export function like(name: string, word: string, anywhere: boolean): Condition {
  const escaped = word.replace(/[!%_]/g, '!$&')
  const pattern = `${anywhere ? '%' : ''}${escaped}%`
  // SQLite does not use an index for a LIKE with ESCAPE, so it is only said where it is needed. MySQL takes a
  // backslash for its escape when it is told no other.
  const isPlain = escaped === word && !word.includes('\\')
  return { sql: `${column(name)} LIKE ?${isPlain ? '' : " ESCAPE '!'"}`, values: [pattern] }
}

export function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return ALWAYS
  const parted = conditions.find(({ ways }) => ways)
  if (!parted?.ways) return joined(conditions, ' AND ')
  const others = conditions.filter((one) => one !== parted)
  return { ...joined(conditions, ' AND '), ways: parted.ways.map((way) => joined([way, ...others], ' AND ')) }
}

export function any(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return NEVER
  return joined(conditions, ' OR ')
}

/** As `any`, where each of them has an index: what is found, and not the length of the table, decides how it is reached. */
export const anyIndexed = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? NEVER : { ...any(conditions), ways: conditions }

function joined(conditions: readonly Condition[], by: string): Condition {
  const [only] = conditions
  if (only && conditions.length === 1) return only
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(by),
    values: conditions.flatMap(({ values }) => values),
  }
}
