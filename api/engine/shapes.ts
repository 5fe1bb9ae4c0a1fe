import type { Stored } from './resource.js'

/** Where data of unknown shape is taken for what it is. Nothing else in the engine or the domain asserts a type. */

const isObject = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object, or an empty one where something else was sent. */
export const asObject = (value: unknown): Stored => (isObject(value) ? value : {})

/** The objects of a list; an empty list where something else was sent. */
export const asObjects = (value: unknown): Stored[] => (Array.isArray(value) ? value.filter(isObject) : [])

export const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

export const asNumbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])

/** JSON that this system stored; throws on anything else. */
export function parseJson(text: unknown): unknown {
  const parsed: unknown = JSON.parse(String(text))
  return parsed
}

/** A record read by its declaration has the declaration's type. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the record is
export function declared<R>(record: Stored): R {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the declaration is what made the record
  return record as R
}
