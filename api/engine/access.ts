import type { Stored } from './resource.js'

/** A condition as data: each field must hold one of the values; `'$me'` stands for the asking user's id. */
export type Where = Record<string, readonly (string | number | boolean | null)[]>

/** The roles that may, or per role a condition under which it may. An empty list: nobody. */
export type Access = readonly string[] | Record<string, true | Where>

/** Who asks: a signed-in person, a machine's key, or the system itself. */
export interface Principal {
  kind: 'user' | 'key' | 'system'
  id: number | null
  username: string
  name: string
  roles: readonly string[]
  /** The site of a print server's key. */
  site?: string | null
}

/** true: always; false: never; else under any one of the conditions. */
export type Verdict = boolean | Where[]

export function decide(access: Access, who: Principal): Verdict {
  if (who.kind === 'system') return true
  if (isRoleList(access)) return access.some((role) => who.roles.includes(role))
  const found = who.roles.map((role) => access[role])
  if (found.includes(true)) return true
  const conditions = found.filter((rule): rule is Where => typeof rule === 'object')
  return conditions.length > 0 ? conditions.map((where) => forMe(where, who)) : false
}

/** Whether the person may, given this very record. */
export function allows(access: Access, who: Principal, record: Stored): boolean {
  const verdict = decide(access, who)
  return typeof verdict === 'boolean' ? verdict : verdict.some((where) => matches(where, record))
}

export const matches = (where: Where, record: Stored): boolean =>
  Object.entries(where).every(([field, values]) => values.some((value) => value === (record[field] ?? null)))

function isRoleList(access: Access): access is readonly string[] {
  return Array.isArray(access)
}

const forMe = (where: Where, who: Principal): Where =>
  Object.fromEntries(
    Object.entries(where).map(([field, values]) => [field, values.map((v) => (v === '$me' ? meOf(who) : v))]),
  )

/** A machine's key has an id too, but of another table. */
const meOf = (who: Principal): number | null => (who.kind === 'user' ? who.id : -1)
