import type { FieldSchema, Text2 } from '../../schema/types'

const widths: Partial<Record<FieldSchema['kind'], number>> = {
  integer: 72,
  quantity: 88,
  money: 112,
  price: 96,
  rate: 64,
  boolean: 56,
  date: 92,
  datetime: 100,
  choice: 96,
  hash: 128,
  file: 128,
}

type Say = (text: Text2) => string

const HAN = 13
const LATIN = 6.6
/** Heads are bold, which widens letters only. */
const BOLD_LATIN = 7.6
const CELL = 17
const CHIP = 10

/** About how wide the words are, in px. */
const wordsWidth = (text: string, latin = LATIN) =>
  Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? HAN : latin), 0)

/**
 * Width of a column in px where the kind fixes it; text and references share what is left. It is never narrower than
 * its head and the longest of its choices in the language that is spoken.
 */
export function columnWidth(field: FieldSchema, say: Say): number | undefined {
  const wanted = field.width ?? widths[field.kind]
  if (wanted === undefined) return undefined
  const choices = field.many ? [] : (field.choices ?? [])
  return Math.max(
    wanted,
    wordsWidth(say(field.label), BOLD_LATIN) + CELL,
    ...choices.map(({ label, tone }) => wordsWidth(say(label)) + CELL + (tone ? CHIP : 0)),
  )
}

/** The least that a flexible column needs before the table scrolls sideways. */
export const MIN_FLEXIBLE_WIDTH = 140
