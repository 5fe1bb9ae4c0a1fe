import { allows, decide, matches, type Principal } from './access.js'
import type { Field, Fields } from './fields/index.js'
import { fieldsOf, type AnyResource, type Stored } from './resource.js'
import { asObject, asObjects } from './shapes.js'

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
    kept[name] = writableWithin(field, who, values[name], before?.[name])
  }
  return kept
}

/** Lines and groups as sent; what may not be written inside them is as it was stored, a line's under its id. */
function writableWithin(field: Field, who: Principal, value: unknown, before: unknown): unknown {
  const { kind, fields } = field
  if (!fields || value == null) return value
  if (kind !== 'lines') return ownPart(fields, who, asObject(value), asObject(before))
  const known = new Map(asObjects(before).map((line) => [Number(line.id), line]))
  return asObjects(value).map((line) => ownPart(fields, who, line, known.get(Number(line.id)) ?? {}))
}

function ownPart(fields: Fields, who: Principal, value: Stored, before: Stored): Stored {
  const isKept = (name: string) => !fields[name] || canWrite(fields[name], who)
  return {
    ...Object.fromEntries(Object.entries(value).filter(([name]) => isKept(name))),
    ...Object.fromEntries(Object.entries(before).filter(([name]) => !isKept(name))),
  }
}
