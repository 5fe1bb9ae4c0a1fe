/** The value at a path such as `errors.lines.0.quantity`; undefined where there is none. */
export function at(value: unknown, path: string): unknown {
  let node: unknown = value
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined
    node = Reflect.get(node, key)
  }
  return node
}
