import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { codecs } from '../../../admin/engine/values/codecs'
import type { FieldKind } from '../../../admin/schema/types'

const codec = (kind: FieldKind) => {
  const found = codecs[kind]
  if (!found) throw new Error(`no codec for ${kind}`)
  return found
}

describe('what is typed and what is stored', () => {
  it('stores yuan as whole 分 and shows them with separators', () => {
    expect(codec('money').parse('1,234.5')).toBe(123450)
    expect(codec('money').text(123450)).toBe('1,234.50')
    expect(codec('money').text(-5)).toBe('-0.05')
  })

  it('reads what a Chinese input method types: full-width digits, 。 and ￥', () => {
    expect(codec('money').parse('￥１２。５')).toBe(1250)
    expect(codec('quantity').parse('２．５０')).toBe('2.5')
    expect(codec('rate').parse('６．５％')).toBe('0.065')
  })

  it('keeps what cannot be read, and says that it is not valid', () => {
    for (const [kind, typed] of [
      ['money', '1.234'],
      ['money', '十二'],
      ['quantity', '1.23456'],
      ['rate', 'x%'],
      ['integer', '1.5'],
    ] as const) {
      const value = codec(kind).parse(typed)
      expect(value).toBe(typed)
      expect(codec(kind).isValid(value)).toBe(false)
    }
  })

  it('takes an empty input for no value', () => {
    for (const kind of ['money', 'quantity', 'price', 'rate', 'integer'] as const)
      expect(codec(kind).parse('  ')).toBeNull()
  })

  it('shows a rate as a percentage and stores it as a fraction', () => {
    expect(codec('rate').text('0.13')).toBe('13%')
    expect(codec('rate').parse('13')).toBe('0.13')
    expect(codec('rate').text('0')).toBe('0%')
  })

  it('gives every amount back unchanged after it was shown and typed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        expect(codec('money').parse(codec('money').text(fen))).toBe(fen)
      }),
    )
  })

  it('gives every price back with the same value, whatever its places', () => {
    const price = fc.tuple(fc.nat(1e7), fc.integer({ min: 0, max: 999_999 }))
    fc.assert(
      fc.property(price, ([units, millionths]) => {
        const stored = `${units}.${String(millionths).padStart(6, '0')}`
        expect(Number(codec('price').parse(codec('price').text(stored)))).toBe(Number(stored))
      }),
    )
  })
})
