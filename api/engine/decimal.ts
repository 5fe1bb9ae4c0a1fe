/** Exact decimals as scaled integers: quantity ×10⁴, unit price ×10⁶, rate ×10⁴. No binary floats anywhere. */

const PLAIN = /^(-?)(\d{1,15})(?:\.(\d+))?$/

/** `'12.5'`, scale 4 → 125000. Null when it is no plain decimal, has more places than the scale, or is unsafe. */
export function parseDecimal(input: string | number, scale: number): number | null {
  const match = PLAIN.exec(String(input).trim())
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  const places = fraction.replace(/0+$/, '')
  if (places.length > scale) return null
  const value = Number(BigInt(whole + places.padEnd(scale, '0')))
  if (!Number.isSafeInteger(value)) return null
  return sign && value !== 0 ? -value : value
}

/** 125000, scale 4 → `'12.5'`. */
export function formatDecimal(value: number, scale: number): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  const whole = digits.slice(0, -scale)
  const fraction = digits.slice(-scale).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}

/** Division of integers, halves away from zero (HALF_UP as accountants use it). */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const quotient = (2n * n + d) / (2n * d)
  return negative ? -quotient : quotient
}
