import { createHash } from 'node:crypto'

/** JSON with sorted keys: the same value always gives the same bytes, hence the same hash. */
export const canonicalJson = (value: unknown): string => jsonOf(value) ?? 'null'

/** As JSON.stringify, of which a replacer would be called for every node; undefined where that leaves a value out. */
function jsonOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((one) => jsonOf(one) ?? 'null').join(',')}]`
  if ('toJSON' in value) return jsonOf(JSON.parse(JSON.stringify(value)))
  let members = ''
  for (const key of sortedKeys(value)) {
    const member = jsonOf(Reflect.get(value, key))
    if (member !== undefined) members += `${members && ','}${JSON.stringify(key)}:${member}`
  }
  return `{${members}}`
}

/** An object lists keys that are whole numbers first, in whatever order they were put; so does what was hashed before. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value).sort()
  return keys.some((key) => /^\d/.test(key))
    ? Object.keys(Object.fromEntries(keys.map((key) => [key, null])))
    : keys
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
