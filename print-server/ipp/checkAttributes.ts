import { IppError } from './ippError.js'
import { tables } from './tables.js'

export type Encodable = string | number | boolean | Encodable[] | EncodableAttributes
export interface EncodableAttributes {
  [name: string]: Encodable
}

type Group = keyof typeof tables.attributes

const MAX_NAME_BYTES = 255
const MAX_TEXT_BYTES = 1023

/**
 * Refuses what the serializer would silently spoil: fractions become integers there, unknown enum keywords 0, and
 * non-ASCII letters in a URI zero bytes. Answers the attributes unchanged.
 */
export function checkAttributes(groups: Group[], attributes: EncodableAttributes): EncodableAttributes {
  for (const [name, value] of Object.entries(attributes)) {
    const table = groups.map((group) => tables.attributes[group]).find((table) => Object.hasOwn(table, name))
    if (!table) refuse(`unknown attribute ${name}`)
    const syntax = table[name]
    const types = new Set((Array.isArray(syntax) ? syntax : [syntax]).map((one) => one?.type))
    for (const one of Array.isArray(value) ? value : [value]) checkValue(name, types, one)
  }
  return attributes
}

function checkValue(name: string, types: Set<string | undefined>, value: Encodable): void {
  if (types.has('enumeration')) {
    const known = typeof value === 'string' && Object.hasOwn(tables.enums[name] ?? {}, value)
    if (!known) refuse(`${name} takes none but its registered keywords`)
  }
  if (typeof value === 'number' && (!Number.isInteger(value) || Math.abs(value) > 0x7fffffff)) {
    refuse(`${name} takes whole numbers, not ${value}`)
  }
  if (typeof value === 'string') {
    const isText = types.has('text') || types.has('name')
    if (!isText && !/^[\x20-\x7e]*$/.test(value)) refuse(`${name} takes ASCII only`)
    const limit = types.has('name') ? MAX_NAME_BYTES : MAX_TEXT_BYTES
    if (Buffer.byteLength(value) > limit) refuse(`${name} is longer than ${limit} bytes`)
  }
  if (typeof value === 'object' && !Array.isArray(value)) checkMembers(name, value)
}

/** Collections hold numbers, keywords and further collections here; the serializer checks the members' names itself. */
function checkMembers(name: string, members: EncodableAttributes): void {
  for (const [member, value] of Object.entries(members)) {
    for (const one of Array.isArray(value) ? value : [value]) checkValue(`${name}.${member}`, new Set(), one)
  }
}

function refuse(what: string): never {
  throw new IppError('encode', what, { phase: 'encode' })
}
