import { describe, expect, it } from '@jest/globals'
import {
  fromLocalInput,
  fullTime,
  shortTime,
  today,
  toLocalInput,
} from '../../../admin/engine/values/shanghaiTime'

describe('times of the office', () => {
  it('shows a stored moment on the clock of Shanghai', () => {
    expect(fullTime('2026-11-23T06:05:09.000Z')).toBe('2026-11-23 14:05:09')
    expect(fullTime('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00:00')
    expect(fullTime('2026-11-01')).toBe('2026-11-01')
  })

  it('leaves the year out only when it is the current one', () => {
    expect(shortTime(`${today()}T06:05:00.000Z`)).toBe(`${today().slice(5)} 14:05`)
    expect(shortTime('2019-11-23T06:05:00.000Z')).toBe('2019-11-23 14:05')
  })

  it('stores what was typed into a date-time input as that moment', () => {
    expect(fromLocalInput('2026-11-23T14:05')).toBe('2026-11-23T06:05:00.000Z')
    expect(toLocalInput('2026-11-23T06:05:00.000Z')).toBe('2026-11-23T14:05')
    expect(fromLocalInput('')).toBeNull()
  })
})
