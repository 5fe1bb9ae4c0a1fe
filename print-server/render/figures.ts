/** How figures stand on paper. Absent values become empty text; a value of the wrong kind is an error, never a guess. */

/** Integer 分 as yuan: 123450 → "1,234.50". */
export function yuan(cents: unknown): string {
  if (isBlank(cents)) return ''
  if (typeof cents !== 'number' || !Number.isSafeInteger(cents))
    throw new Error(`${shown(cents)} is no amount in 分`)
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${cents < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** A unit price in yuan with at least two places: "35.5" → "35.50", "0.128000" → "0.128". */
export function price(decimal: unknown): string {
  if (isBlank(decimal)) return ''
  const [whole = '', places = ''] = plainDecimal(decimal).split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}

/** "12.0000" → "12", "1.50" → "1.5". */
export function quantity(decimal: unknown): string {
  return isBlank(decimal) ? '' : plainDecimal(decimal)
}

/** "0.13" → "13%". */
export function percent(rate: unknown): string {
  if (isBlank(rate)) return ''
  return `${plainDecimal((Number(plainDecimal(rate)) * 100).toFixed(4))}%`
}

function plainDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > 40 || !/^-?\d+(\.\d+)?$/.test(text))
    throw new Error(`${shown(value)} is no decimal number`)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60)
}
