import { isObject } from '../schema/valueAt'

export interface Level {
  name: string
  /** In per cent; null where the printer cannot tell. */
  level: number | null
  colors: string[]
  isLow: boolean
  isWaste: boolean
}

const listOf = (value: unknown, name: string): unknown[] => {
  const list = isObject(value) ? value[name] : undefined
  return Array.isArray(list) ? list : []
}

export const textsOf = (capabilities: unknown, name: string): string[] =>
  listOf(capabilities, name).map(String)

/** `iso_a4_210x297mm` as people say it: `A4 210×297 mm`; any other word as it is. */
export function mediaText(keyword: string): string {
  const [, name = '', width, height, unit] = /^[^_]+_(.+)_([\d.]+)x([\d.]+)(mm|in)$/.exec(keyword) ?? []
  if (!width) return keyword
  const isSize = name.startsWith(width) || /^\d/.test(name) || name === 'form'
  return `${isSize ? '' : `${name.charAt(0).toUpperCase()}${name.slice(1)} `}${width}×${height} ${unit}`
}

/** true, false, or null where the printer does not say. */
export const flagOf = (capabilities: unknown, name: string): boolean | null => {
  const value = isObject(capabilities) ? capabilities[name] : null
  return typeof value === 'boolean' ? value : null
}

/** Trays first, then what is consumed, then what fills up. */
export const levelsOf = (capabilities: unknown): Level[] =>
  [...listOf(capabilities, 'trays'), ...listOf(capabilities, 'supplies')].filter(isObject).map((one) => ({
    name: String(one.name),
    level: typeof one.level === 'number' ? one.level : null,
    colors: listOf(one, 'colors').map(String),
    isLow: one.isLow === true || (one.isLow === undefined && one.level === 0),
    isWaste: one.isWaste === true,
  }))

/** Ranges of sheets such as `76–250 × 90–300 mm`. */
export const sizesOf = (capabilities: unknown): string[] =>
  listOf(capabilities, 'sizes')
    .filter(isObject)
    .map(({ width, height }) => `${spanText(width)} × ${spanText(height)} mm`)

function spanText(span: unknown): string {
  const [least, most] = Array.isArray(span) ? span.map(Number) : []
  return least === most ? String(most) : `${least}–${most}`
}
