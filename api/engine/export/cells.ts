import { shanghaiTime } from '../day.js'
import type { Field } from '../fields/index.js'
import type { Language } from '../text.js'
import { asObject } from '../shapes.js'
import type { Titles } from '../titles.js'

export type Cell = string | number | null

/** A spreadsheet takes a cell that begins like this for a formula. A plain negative number is none. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** A value as people read it: yuan with two places, labels of choices, Shanghai time, names of references. */
export function cellText(field: Field, value: unknown, language: Language, titles: Titles): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'money') return yuan(Number(value))
  if (field.kind === 'datetime') return shanghaiTime(String(value))
  if (field.kind === 'boolean') return YES_NO[language][value ? 0 : 1]
  if (field.kind === 'choice')
    return list(value)
      .map((one) => field.choices?.[one]?.label[language] ?? one)
      .join(' ')
  if (field.kind === 'reference')
    return list(value)
      .map((id) => titles(String(field.reference), Number(id)) ?? id)
      .join(' ')
  if (field.kind === 'group') return Object.values(asObject(value)).filter(Boolean).map(String).join(' ')
  return String(value)
}

const YES_NO: Record<Language, [string, string]> = { zh: ['是', '否'], en: ['yes', 'no'] }

const list = (value: unknown): string[] => [value].flat().map(String)

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A CSV cell that no spreadsheet takes for a formula. */
export const safeText = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text

const NUMERIC = new Set(['money', 'quantity', 'price', 'rate', 'integer'])

/** The most characters that a spreadsheet takes in one cell; a file with more does not open. */
const MOST_IN_CELL = 32_767

/** An XLSX cell: numbers stay numbers, so that people can add them up. */
export const typedCell = (field: Field, text: string): Cell =>
  text === '' ? null : NUMERIC.has(field.kind) ? Number(text) : text.slice(0, MOST_IN_CELL)
