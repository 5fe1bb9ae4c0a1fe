import type { Content } from '../protocol.js'

/** Beyond these a document is several documents. */
export const mostPages = 3_000
/** MariaDB takes 16 MB in one packet unless told otherwise, and bytes are written there as twice as many digits. */
export const mostBytes = 8_000_000

// A thousand lines are a quarter of a million characters, of data as of HTML.
const perSize = 1_000_000
const largeFrom = 300_000

/** What a document of the usual size gets, and three times as much again for every million characters. Bounded, as they are. */
export const timeFor = (usualMs: number, characters: number): number =>
  Math.round(usualMs * (1 + (3 * characters) / perSize))

export const sizeOf = ({ data, copies }: Content): number =>
  JSON.stringify(data).length * Math.max(1, copies.length)

/** A large document is drawn copy by copy, and never takes the last browser. */
export const isLarge = (content: Content): boolean => sizeOf(content) > largeFrom

/** The same document once for each of its copies. */
export const copyByCopy = (content: Content): Content[] =>
  content.copies.length > 1 ? content.copies.map((copy) => ({ ...content, copies: [copy] })) : [content]
