import { shanghaiTime } from '../day.js'
import { kinds, type Field, type KindName } from '../fields/index.js'
import type { Language } from '../text.js'
import { asObject } from '../shapes.js'
import type { Titles } from '../titles.js'

export type Cell = string | number | null

/** A spreadsheet takes a cell that begins like this for a formula. A plain negative number is none. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** Says a value as people read it: yuan with two places, labels of choices, Shanghai time, names of references. */
export type Say = (value: unknown) => string

/** How the values of a field are said, stored ones or those of the API. Decided once: exports say many in a second. */
export function sayer(field: Field, language: Language, titles: Titles): Say {
  const say = sayerOfKind(field, language, titles)
  return (value) => (value === null || value === undefined ? '' : say(value))
}

export const cellText = (field: Field, value: unknown, language: Language, titles: Titles): string =>
  sayer(field, language, titles)(value)

function sayerOfKind(field: Field, language: Language, titles: Titles): Say {
  const { kind, choices = {}, reference = '', fields = {} } = field
  const { output } = kinds[kind]
  if (kind === 'money') return (value) => yuan(Number(value))
  if (kind === 'datetime') return (value) => shanghaiTime(String(value))
  if (kind === 'boolean') return (value) => YES_NO[language][value ? 0 : 1]
  if (kind === 'choice') {
    const label = (one: unknown) => choices[String(one)]?.label[language] ?? String(one)
    return (value) => (Array.isArray(value) ? value.map(label).join(' ') : label(value))
  }
  if (kind === 'reference') {
    const name = (id: unknown) => titles(reference, Number(id)) ?? String(id)
    return (value) => (Array.isArray(value) ? value.map(name).join(' ') : name(value))
  }
  if (kind === 'group') {
    const parts = Object.entries(fields).map(([name, one]) => ({ name, say: sayer(one, language, titles) }))
    return (value) => {
      const given = asObject(value)
      return parts
        .map(({ name, say }) => say(given[name]))
        .filter(Boolean)
        .join(' ')
    }
  }
  if (kind === 'sentence')
    return (value) => (typeof value === 'object' ? String(asObject(value)[language]) : String(value))
  // The API's decimals are texts already.
  return (value) => String(output && typeof value === 'number' ? output(value) : value)
}

const YES_NO: Record<Language, [string, string]> = { zh: ['是', '否'], en: ['yes', 'no'] }

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A CSV cell that no spreadsheet takes for a formula. */
export const safeText = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text

const NUMERIC = new Set<KindName>(['money', 'quantity', 'price', 'rate', 'integer'])
const QUIET = new Set<KindName>([...NUMERIC, 'boolean', 'date', 'datetime', 'hash'])

/** Texts of this kind hold nothing that a spreadsheet or a CSV reader takes for more than text. */
export const isQuiet = ({ kind }: Field): boolean => QUIET.has(kind)

export const isNumeric = ({ kind }: Field): boolean => NUMERIC.has(kind)

/** The most characters that a spreadsheet takes in one cell; a file with more does not open. */
const MOST_IN_CELL = 32_767

/** An XLSX cell: numbers stay numbers, so that people can add them up. */
export const typedCell = (numeric: boolean, text: string): Cell =>
  text === ''
    ? null
    : numeric
      ? Number(text)
      : text.length > MOST_IN_CELL
        ? text.slice(0, MOST_IN_CELL)
        : text
