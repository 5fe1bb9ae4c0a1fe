import { expect, it } from '@jest/globals'
import { daysOf, monthAfter, monthOf, monthsToChoose } from '../../../admin/engine/values/months'

it('steps over the turn of a year, and knows the last day of each month', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-03', -24)]).toEqual([
    '2027-01',
    '2025-12',
    '2024-03',
  ])
  expect(daysOf('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' })
})

it('is a month again only where the days are exactly its own', () => {
  expect(monthOf('2026-11-01', '2026-11-30')).toBe('2026-11')
  for (const [first, last] of [
    ['2026-11-01', '2026-11-29'],
    ['2026-11-02', '2026-11-30'],
    ['2026-11-01', undefined],
    ['x', 'y'],
  ])
    expect(monthOf(first, last)).toBeNull()
})

it('offers two years, and the chosen month where it lies further back', () => {
  const latest = monthsToChoose(null)
  expect(latest).toHaveLength(24)
  expect(monthsToChoose('2019-05')).toEqual([...latest, '2019-05'])
})
