import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { amountInWords } from '../../api/domain/money/amountInWords.js'
import { lineAmounts, sumAmounts } from '../../api/domain/money/lineAmounts.js'
import { divideHalfUp, formatDecimal, parseDecimal } from '../../api/engine/decimal.js'

const quantity = (text: string) => Number(parseDecimal(text, 4))
const price = (text: string) => Number(parseDecimal(text, 6))
const rate = (text: string) => Number(parseDecimal(text, 4))

describe('the amounts of a line', () => {
  it.each([
    // quantity, price, rate, included: net, tax, gross in 分
    ['1', '113', '0.13', true, 10000, 1300, 11300],
    ['1', '100', '0.13', false, 10000, 1300, 11300],
    ['3', '33.333333', '0.13', true, 8850, 1150, 10000],
    ['0.5', '0.01', '0', true, 1, 0, 1],
    ['0.4999', '0.01', '0', true, 0, 0, 0],
    ['1', '0.005', '0.13', false, 1, 0, 1],
    ['12.3456', '7.654321', '0.09', true, 8670, 780, 9450],
    ['12.3456', '7.654321', '0.09', false, 9450, 851, 10301],
    ['7', '9.99', '0.01', true, 6924, 69, 6993],
    ['1', '100', '0', true, 10000, 0, 10000],
    ['1', '100', '1', true, 5000, 5000, 10000],
    ['9999', '9999999', '0.13', false, 9998999000100, 1299869870013, 11298868870113],
  ])('%s × %s at %s, tax included %s: %d + %d = %d', (q, p, r, included, net, tax, gross) => {
    expect(lineAmounts(quantity(q), price(p), rate(r), included)).toEqual({
      netAmount: net,
      taxAmount: tax,
      grossAmount: gross,
    })
  })

  const anyLine = fc.record({
    quantity: fc.integer({ min: 1, max: 99_999_990_000 }),
    unitPrice: fc.integer({ min: 0, max: 10_000_000_000 }),
    taxRate: fc.integer({ min: 0, max: 10_000 }),
    included: fc.boolean(),
  })

  it('always adds up: net + tax = gross, each within half a 分 of the exact value', () => {
    fc.assert(
      fc.property(anyLine, ({ quantity, unitPrice, taxRate, included }) => {
        const { netAmount, taxAmount, grossAmount } = lineAmounts(quantity, unitPrice, taxRate, included)
        expect(netAmount + taxAmount).toBe(grossAmount)
        // 分 × 10⁸ of quantity × price; the tax of an included price is r / (1 + r) of it.
        const exact = BigInt(quantity) * BigInt(unitPrice)
        const base = BigInt(included ? grossAmount : netAmount)
        expect(isNearest(exact, 100_000_000n, base)).toBe(true)
        const whole = included ? 10_000n + BigInt(taxRate) : 10_000n
        expect(isNearest(base * BigInt(taxRate), whole, BigInt(taxAmount))).toBe(true)
      }),
    )
  })

  it('sums lines to a header that still adds up', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (all) => {
        const sums = sumAmounts(
          all.map((one) => lineAmounts(one.quantity, one.unitPrice, one.taxRate, one.included)),
        )
        expect(sums.netAmount + sums.taxAmount).toBe(sums.grossAmount)
      }),
    )
  })

  /** Whether `rounded` is numerator / denominator to the nearest whole, a half going up. */
  const isNearest = (numerator: bigint, denominator: bigint, rounded: bigint): boolean => {
    const twice = 2n * numerator - 2n * denominator * rounded
    return twice >= -denominator && twice < denominator
  }
})

describe('decimals', () => {
  it.each([
    ['12.5', 4, 125000],
    ['-0.0001', 4, -1],
    ['0.10', 4, 1000],
    ['-0', 4, 0],
    ['00012', 4, 120000],
    ['1.00000', 4, 10000],
    ['0.000001', 6, 1],
  ])('reads %s at scale %d as %d', (text, scale, value) => {
    expect(parseDecimal(text, scale)).toBe(value)
  })

  it.each([
    '',
    ' ',
    '1e3',
    '1,5',
    '0x10',
    '١',
    '1.',
    '.5',
    '--1',
    'NaN',
    'Infinity',
    '1.23456',
    '9007199254740993',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text, 4)).toBeNull()
  })

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(4, 6), (value, scale) => {
        expect(parseDecimal(formatDecimal(value, scale), scale)).toBe(value)
      }),
    )
  })

  it.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [-5n, 10n, -1n],
    [-4n, 10n, 0n],
    [15n, -10n, -2n],
  ])('divides %d by %d, halves away from zero: %d', (numerator, denominator, quotient) => {
    expect(divideHalfUp(numerator, denominator)).toBe(quotient)
  })
})

describe('an amount in Chinese words', () => {
  it.each([
    [210709, '人民币贰仟壹佰零柒元零玖分'],
    [5301007, '人民币伍万叁仟零壹拾元零柒分'],
    [7810703, '人民币柒万捌仟壹佰零柒元零叁分'],
    [410790, '人民币肆仟壹佰零柒元玖角整'],
    [600714, '人民币陆仟零柒元壹角肆分'],
    [168032, '人民币壹仟陆佰捌拾元零叁角贰分'],
    [10700053, '人民币壹拾万柒仟元零伍角叁分'],
    [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [32504, '人民币叁佰贰拾伍元零肆分'],
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [50, '人民币伍角整'],
    [55, '人民币伍角伍分'],
    [1000, '人民币壹拾元整'],
    [10000000000, '人民币壹亿元整'],
    [1000000, '人民币壹万元整'],
    [20001010, '人民币贰拾万零壹拾元零壹角整'],
    [10000000001, '人民币壹亿元零壹分'],
    [10000000100, '人民币壹亿零壹元整'],
    [10001000000, '人民币壹亿零壹万元整'],
    [100000000000000, '人民币壹万亿元整'],
    [-32504, '人民币负叁佰贰拾伍元零肆分'],
    [-5, '人民币负伍分'],
  ])('%d 分 is %s', (fen, words) => {
    expect(amountInWords(fen)).toBe(words)
  })

  it('reads back as the same amount, with never two 零 in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 15 }), (fen) => {
        const words = amountInWords(fen)
        expect(words).not.toMatch(/零零|零元|零万|零亿|零$/)
        expect(readWords(words)).toBe(fen)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Reads the words as a person does, digit by digit and unit by unit. */
function readWords(words: string): number {
  let [total, section, digit] = [0, 0, 0]
  let fen = 0
  for (const sign of words.replace(/^人民币/, '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
    const unit = '拾佰仟'.indexOf(sign)
    if (value >= 0) digit = value
    else if (unit >= 0) [section, digit] = [section + digit * 10 ** (unit + 1), 0]
    else if (sign === '万') [total, section, digit] = [total + (section + digit) * 10_000, 0, 0]
    else if (sign === '亿') [total, section, digit] = [(total + section + digit) * 100_000_000, 0, 0]
    else if (sign === '元') [fen, section, digit] = [(total + section + digit) * 100, 0, 0]
    else if (sign === '角') [fen, digit] = [fen + digit * 10, 0]
    else if (sign === '分') [fen, digit] = [fen + digit, 0]
  }
  return fen
}
