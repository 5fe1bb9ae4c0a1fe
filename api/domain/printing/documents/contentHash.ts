import { canonicalJson, sha256 } from '../../../engine/canonical.js'
import type { Stored } from '../../../engine/resource.js'
import { asObject, asObjects } from '../../../engine/shapes.js'

const LINE_PRICES = ['unitPrice', 'taxRate', 'netAmount', 'taxAmount', 'grossAmount']
const TOTAL_PRICES = ['netAmount', 'taxAmount', 'grossAmount', 'grossInWords']

/**
 * The hash of what a copy says, its label left out. Copies with prices and copies without are two classes of
 * content; within one class every copy has the same hash.
 */
export function contentHash(data: Stored, showsPrice: boolean): string {
  if (showsPrice) return sha256(canonicalJson(data))
  const lines = asObjects(data.lines)
  return sha256(
    canonicalJson({
      ...data,
      lines: lines.map((line) => without(line, LINE_PRICES)),
      totals: without(asObject(data.totals), TOTAL_PRICES),
    }),
  )
}

const without = (object: Stored, names: string[]): Stored =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))
