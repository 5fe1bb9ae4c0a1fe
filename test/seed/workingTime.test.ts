import { describe, expect, it } from '@jest/globals'
import { workingTimeBefore } from '../../seed/workingTime.js'

/** `'2026-11-23 10:00'` in Shanghai, a Monday. */
const at = (shanghai: string) => new Date(`${shanghai.replace(' ', 'T')}:00+08:00`)
const before = (shanghai: string, minutes: number) => workingTimeBefore(at(shanghai), minutes)

describe('working time', () => {
  it('is counted back within the day', () => {
    expect(before('2026-11-24 10:00', 30)).toBe(at('2026-11-24 09:30').toISOString())
  })

  it('goes on in the evening of the working day before', () => {
    expect(before('2026-11-24 09:00', 60)).toBe(at('2026-11-23 17:00').toISOString())
  })

  it('skips Sundays', () => {
    expect(before('2026-11-23 09:00', 60)).toBe(at('2026-11-21 17:00').toISOString())
    expect(before('2026-11-22 12:00', 10)).toBe(at('2026-11-21 17:20').toISOString())
  })

  it('never lies in the future, nor at night', () => {
    expect(before('2026-11-24 03:00', 0)).toBe(at('2026-11-23 17:30').toISOString())
    expect(before('2026-11-24 23:00', 0)).toBe(at('2026-11-24 17:30').toISOString())
  })

  it('has nine hours a day', () => {
    expect(before('2026-11-26 12:00', 2 * 540)).toBe(at('2026-11-24 12:00').toISOString())
  })
})
