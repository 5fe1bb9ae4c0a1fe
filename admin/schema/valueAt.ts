/** True for plain objects, which is what JSON records, groups and lines are. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads `shipTo.name` or `lines.0.quantity` out of a record. */
export function valueAt(record: unknown, path: string): unknown {
  let value: unknown = record
  for (const key of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(key)]
    else if (isObject(value)) value = value[key]
    else return undefined
  }
  return value
}
