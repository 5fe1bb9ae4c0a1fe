/** What a record has in its own field of this name; undefined for what is no record. */
export function fieldOf(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined
  return Object.entries(record).find(([own]) => own === name)?.[1]
}
