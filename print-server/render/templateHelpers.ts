import Handlebars from 'handlebars'
import { carriedPages } from './carriedPages.js'
import { day, minute } from './chinaTime.js'
import { code128 } from './code128.js'
import { ean13 } from './ean13.js'
import { fieldOf } from './fieldOf.js'
import { percent, price, quantity, yuan } from './figures.js'
import { image } from './image.js'
import { layoutOf } from './layoutOf.js'
import { shortened } from './linesOfType.js'
import { naturalOrder } from './naturalOrder.js'
import { qr } from './qr.js'

// Pale enough to read black text beside them, and none of them alone tells copies apart: the label names the colour.
const tints = new Map([
  ...named('#f2a7a7', '红', 'red'),
  ...named('#f7c6d4', '粉', 'pink'),
  ...named('#ffe169', '黄', 'yellow'),
  ...named('#a5d9a0', '绿', 'green'),
  ...named('#a9cdf0', '蓝', 'blue'),
])

/** What Handlebars hands over last: `name=value` arguments, and `@paper` among the data. */
interface Call {
  hash?: Record<string, unknown>
  data?: Record<string, unknown>
}

/**
 * What a template may call beside `if`, `unless`, `each` and `with`.
 * Only code128, ean13, qr, qrUrl, image and cssText answer markup; all other answers are escaped like data.
 */
export const templateHelpers: Handlebars.HelperDeclareSpec = {
  yuan: (cents: unknown) => yuan(cents),
  price: (decimal: unknown) => price(decimal),
  // Not `quantity`: the lines have a field of that name, which `{{quantity}}` must mean.
  number: (decimal: unknown) => quantity(decimal),
  percent: (rate: unknown) => percent(rate),
  day: (value: unknown) => day(value),
  minute: (value: unknown) => minute(value),
  /** The paper colour of a copy as a CSS colour. */
  tint: (color: unknown) => (typeof color === 'string' && tints.get(color)) || '#fff',
  /** Whether any of the records has something in this field: a column that is empty everywhere is not printed. */
  some: (records: unknown, field: string) =>
    Array.isArray(records) && records.some((record) => (fieldOf(record, field) ?? '') !== ''),
  /** A text as far as it fits into a width in em, such as a name in the margin of a page, where nothing is broken. */
  short: (text: unknown, em: unknown) => shortened(text, Number(em) || 20),
  either: (condition: unknown, yes: unknown, no: unknown) => (condition ? yes : no),
  /** 0 … count - 1, for rulers. */
  times: (count: unknown) => Array.from({ length: Math.min(Number(count) || 0, 1000) }, (_, i) => i),
  /** Counts from 1 where `@index` counts from 0. */
  ordinal: (index: unknown) => Number(index) + 1,
  /** The records in the natural order of a field: shelves as one walks along them. */
  sorted: (records: unknown, field: string) => naturalOrder(records, field),
  /** Lines divided into pages that carry the sums of these fields, see layoutOf for the measures. */
  pages: (lines: unknown, fields: string, { hash = {}, data = {} }: Call) =>
    carriedPages(lines, fields.split(' '), layoutOf(hash, data.paper)),
  /** `dots=3` draws wider bars, for scanners at arm's length. */
  code128: (text: unknown, heightMm: unknown, call?: Call) =>
    new Handlebars.SafeString(code128(text, Number(heightMm) || 8, Number(call?.hash?.dots) || 2)),
  /** The bars of a product, 12 or 13 digits; a wrong check digit is an error. */
  ean13: (text: unknown, heightMm: unknown) => new Handlebars.SafeString(ean13(text, Number(heightMm) || 12)),
  qr: (text: unknown, sizeMm: unknown) => new Handlebars.SafeString(qr(text, Number(sizeMm) || 15)),
  /** The same QR as a background of a page's margin, which holds no elements. */
  qrUrl: (text: unknown) =>
    new Handlebars.SafeString(
      `url("data:image/svg+xml;base64,${Buffer.from(qr(text, 10)).toString('base64')}")`,
    ),
  /** A picture of the house by its name, or one that came with the data as a data: URL. `height=12`, `width=30`: in mm. */
  image: (picture: unknown, call: Call) => new Handlebars.SafeString(image(picture, call)),
  /** All arguments joined to one CSS string, for `content:` in a style element. */
  cssText: (...parts: unknown[]) => new Handlebars.SafeString(cssString(parts.slice(0, -1))),
}

/** How many arguments a helper cannot do without, where it is not one. */
export const helperNeeds: Record<string, number> = { some: 2, either: 3, sorted: 2, pages: 2, cssText: 0 }

function named(css: string, ...names: string[]): [string, string][] {
  return names.map((name) => [name, css])
}

function cssString(parts: unknown[]): string {
  const text = parts.filter((part) => typeof part === 'string' || typeof part === 'number').join('')
  // Everything but letters and digits as a code point: neither the string nor the style element can be left.
  return `"${text.replace(/[^\p{L}\p{N}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`
}
