import type { FieldKind } from '../../schema/types'
import { grouped, isDecimal, plainNumber, shiftPoint, trimDecimal } from './decimal'

/**
 * How a number is typed and how it is stored. `parse` gives back what was typed when it cannot be read, so that
 * nothing typed is ever lost; `isValid` then says no.
 */
export interface Codec {
  /** As it stands in an input that nobody types in. */
  text(value: unknown): string
  parse(text: string): unknown
  isValid(value: unknown): boolean
}

const MONEY_PLACES = 2
const RATE_PLACES = 6

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const decimal = (places: number, shown: (text: string) => string): Codec => ({
  text: (value) => {
    const text = textOf(value)
    return isDecimal(text, places) ? shown(text) : text
  },
  parse: (typed) => {
    const text = plainNumber(typed)
    return isDecimal(text, places) ? trimDecimal(text) : typed.trim() || null
  },
  isValid: (value) => isDecimal(textOf(value), places),
})

const integer: Codec = {
  text: textOf,
  parse: (typed) => {
    const text = plainNumber(typed)
    return isDecimal(text, 0) ? Number(text) : typed.trim() || null
  },
  isValid: (value) => Number.isSafeInteger(value),
}

/** Typed in yuan, stored as an integer of 分. */
const money: Codec = {
  text: (value) =>
    Number.isSafeInteger(value) ? grouped(trimDecimal(shiftPoint(String(value), -2), 2)) : textOf(value),
  parse: (typed) => {
    const text = plainNumber(typed)
    return isDecimal(text, MONEY_PLACES) ? Number(shiftPoint(text, 2)) : typed.trim() || null
  },
  isValid: (value) => Number.isSafeInteger(value),
}

/** Typed as a percentage, stored as a fraction: 13% is "0.13". */
const rate: Codec = {
  text: (value) => {
    const text = textOf(value)
    return isDecimal(text, RATE_PLACES) ? `${shiftPoint(text, 2)}%` : text
  },
  parse: (typed) => {
    const text = plainNumber(typed).replace(/%$/, '')
    return isDecimal(text, RATE_PLACES - 2) ? shiftPoint(text, -2) : typed.trim() || null
  },
  isValid: (value) => isDecimal(textOf(value), RATE_PLACES),
}

export const codecs: Partial<Record<FieldKind, Codec>> = {
  integer,
  money,
  rate,
  quantity: decimal(4, trimDecimal),
  price: decimal(6, (text) => trimDecimal(text, 2)),
}
