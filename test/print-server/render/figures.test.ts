import { describe, expect, it } from '@jest/globals'
import { day, minute } from '../../../print-server/render/chinaTime.js'
import { percent, price, quantity, yuan } from '../../../print-server/render/figures.js'

describe('figures on paper', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [123450, '1,234.50'],
    [-123456789, '-1,234,567.89'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
    [null, ''],
  ])('writes %p 分 as %p yuan', (cents, text) => {
    expect(yuan(cents)).toBe(text)
  })

  it.each([
    ['35.5', '35.50'],
    ['46', '46.00'],
    ['0.128000', '0.128'],
    [undefined, ''],
  ])('writes the price %p as %p', (decimal, text) => {
    expect(price(decimal)).toBe(text)
  })

  it.each([
    ['12.0000', '12'],
    ['1.50', '1.5'],
    ['100', '100'],
    ['', ''],
  ])('writes the quantity %p as %p', (decimal, text) => {
    expect(quantity(decimal)).toBe(text)
  })

  it.each([
    ['0.13', '13%'],
    ['0.07', '7%'],
    ['0.015', '1.5%'],
    ['0', '0%'],
  ])('writes the rate %p as %p', (rate, text) => {
    expect(percent(rate)).toBe(text)
  })

  it('refuses what is no figure instead of printing something', () => {
    expect(() => yuan(12.5)).toThrow('12.5 is no amount in 分')
    expect(() => quantity('12,5')).toThrow('"12,5" is no decimal number')
  })
})

describe('times on paper', () => {
  it('gives the day and the minute in Shanghai, whatever zone this machine is in', () => {
    expect(day('2026-11-22T16:30:00Z')).toBe('2026-11-23')
    expect(minute('2026-12-31T16:05:09.123Z')).toBe('2027-01-01 00:05')
    expect(day('2026-11-23')).toBe('2026-11-23')
    expect(day(null)).toBe('')
  })

  it('refuses what is no date', () => {
    expect(() => day('soon')).toThrow('"soon" is no date')
  })
})
