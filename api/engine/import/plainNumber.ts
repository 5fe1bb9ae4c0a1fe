/** Digits with an optional sign and fraction, or digits grouped by thousands. */
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/

/**
 * A number as people type it → a plain decimal text; null when it is none. Takes full-width digits, thousands
 * separators, currency signs and an accountant's brackets. A number of a spreadsheet is a binary float, exact to fifteen digits.
 */
export function plainNumber(cell: string | number): string | null {
  if (typeof cell === 'number') {
    const rounded = Number(cell.toPrecision(15))
    return Math.abs(rounded) < 1e15 ? decimalOf(rounded) : null
  }
  const text = cell
    .normalize('NFKC')
    .replace(/[¥$€]|元|RMB|CNY/gi, '')
    .replaceAll('−', '-')
    .replace(/\s+/g, '')
  const bracketed = /^\(([^()]+)\)$/.exec(text)?.[1]
  const signed = bracketed === undefined ? text : `-${bracketed}`
  if (!PLAIN.test(signed) && !GROUPED.test(signed)) return null
  const [, minus, digits = ''] = /^([+-]?)(.*)$/.exec(signed.replaceAll(',', '')) ?? []
  const [whole = '', fraction = ''] = digits.split('.')
  return `${minus === '-' ? '-' : ''}${whole || '0'}${fraction && `.${fraction}`}`
}

/** Without an exponent: 1e-7 → `0.0000001`. */
function decimalOf(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}
