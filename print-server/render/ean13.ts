import bwip from 'bwip-js/node'
import { TemplateFault } from './templateFault.js'

// Two dots of a 203 dpi head, as for Code 128: four fifths of the nominal size, which scanners at a till read.
const moduleMm = 0.25

/**
 * An EAN-13 as an SVG of true size with its digits under it, black only; the caller leaves 3 mm blank on both sides. Empty for nothing.
 * @param text 12 digits, or 13 of which the last is right
 * @throws TemplateFault for anything else: a wrong number scans as another product
 */
export function ean13(text: unknown, heightMm: number): string {
  if (text === null || text === undefined || text === '') return ''
  const digits = String(text).trim()
  if (!/^\d{12,13}$/.test(digits))
    throw new TemplateFault({
      zh: `ean13：「${digits.slice(0, 40)}」不是 12 或 13 位数字`,
      en: `ean13: "${digits.slice(0, 40)}" is not 12 or 13 digits`,
    })
  const check = checkDigit(digits)
  if (digits.length === 13 && digits[12] !== check)
    throw new TemplateFault({
      zh: `ean13：${digits} 的校验位应是 ${check}，请核对商品条码`,
      en: `ean13: the check digit of ${digits} should be ${check}; compare it with the product`,
    })
  const svg = bwip.toSVG({ bcid: 'ean13', text: digits, scale: 2, height: heightMm, includetext: true })
  const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)/.exec(svg) ?? []).map(Number)
  const mm = (pixels: number) => `${Math.round((pixels / 2) * moduleMm * 1000) / 1000}mm`
  return svg.replace('<svg ', `<svg class="ean13" width="${mm(width)}" height="${mm(height)}" `)
}

/** Weights 1 and 3 in turn, to the next ten. */
function checkDigit(digits: string): string {
  const sum = digits
    .slice(0, 12)
    .split('')
    .reduce((at, digit, place) => at + Number(digit) * (place % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
