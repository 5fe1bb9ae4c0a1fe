import { describe, expect, it } from '@jest/globals'
import { usualDays } from '../../../admin/engine/filters/usualDays.js'

const rangesOn = (day: string) =>
  Object.fromEntries(usualDays(day).map(({ name, first, last }) => [name, `${first} ${last}`]))

describe('the days that are asked for most', () => {
  it('begin a week on Monday, also when it is Sunday', () => {
    expect(rangesOn('2026-11-29').week).toBe('2026-11-23 2026-11-29')
    expect(rangesOn('2026-11-23').week).toBe('2026-11-23 2026-11-29')
  })

  it('end a month on its last day, and know the month before January', () => {
    expect(rangesOn('2028-02-29')).toMatchObject({
      today: '2028-02-29 2028-02-29',
      month: '2028-02-01 2028-02-29',
      'former-month': '2028-01-01 2028-01-31',
    })
    expect(rangesOn('2026-01-31')['former-month']).toBe('2025-12-01 2025-12-31')
  })
})
