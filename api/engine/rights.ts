import { allows, decide, matches, type Principal } from './access.js'
import type { Field } from './fields/index.js'
import { fieldsOf, type AnyResource, type Stored } from './resource.js'

/** Whether the person may see this field at all: in records, filters, sorts, exports and errors. */
export const canRead = (field: Field, who: Principal): boolean =>
  !field.secret && (!field.readBy || decide(field.readBy, who) === true)

/** Whether the person may ever write this field. */
export const canWrite = (field: Field, who: Principal): boolean =>
  !field.readOnly && !field.derived && (!field.writeBy || decide(field.writeBy, who) !== false)

/** The fields that the person may read. They follow from the roles alone, so they are found once per set of roles. */
export function readableFields(of: AnyResource, who: Principal): [string, Field][] {
  const known = readable.get(of) ?? new Map<string, [string, Field][]>()
  readable.set(of, known)
  const roles = who.kind === 'system' ? '*' : who.roles.join(' ')
  const fields = known.get(roles) ?? fieldsOf(of).filter(([, field]) => canRead(field, who))
  known.set(roles, fields)
  return fields
}

const readable = new WeakMap<AnyResource, Map<string, [string, Field][]>>()

/**
 * The part of the values that this person may write into this record. Forms send read-only fields back,
 * so what may not be written is left out in silence.
 */
export function writable(of: AnyResource, who: Principal, values: Stored, before: Stored | null): Stored {
  const kept: Stored = {}
  for (const [name, field] of fieldsOf(of)) {
    if (values[name] === undefined || !canWrite(field, who)) continue
    if (field.writeBy && !allows(field.writeBy, who, before ?? values)) continue
    if (before && field.fixed) continue
    if (before && field.writableWhen && !matches(field.writableWhen, before)) continue
    kept[name] = values[name]
  }
  return kept
}
