import { mustachesOf } from './mustachesOf.js'

/** A call that takes the picture's name from the data; the logo of the house is the picture itself. */
const fromData = /\bimage\s+(?!(?:\.\.\/|@root\.)*company\.logo\b)[^\s"'}]/

/** Longer texts are no names of pictures. */
const LONGEST = 40

/** Whether a template takes names of pictures from its data: `{{image seal}}`. */
export const asksData = (files: unknown): boolean =>
  mustachesOf(files).some((mustache) => fromData.test(mustache))

/** Every text in the data that could be the name of a picture. */
export function textsIn(data: unknown, found = new Set<string>()): Set<string> {
  if (typeof data === 'string') {
    if (data !== '' && data.length <= LONGEST) found.add(data)
  } else if (typeof data === 'object' && data !== null) {
    for (const value of Object.values(data)) textsIn(value, found)
  }
  return found
}
