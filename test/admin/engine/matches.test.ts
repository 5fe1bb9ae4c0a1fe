import { describe, expect, it } from '@jest/globals'
import { matches } from '../../../admin/schema/matches'

describe('a published condition', () => {
  it('holds when every named field has one of the listed values', () => {
    const where = { status: ['submitted', 'confirmed'], paused: [false] }
    expect(matches(where, { status: 'confirmed', paused: false })).toBe(true)
    expect(matches(where, { status: 'confirmed', paused: true })).toBe(false)
    expect(matches(where, { status: 'draft', paused: false })).toBe(false)
  })

  it('holds always when there is none, and takes an absent value for null', () => {
    expect(matches(undefined, {})).toBe(true)
    expect(matches({ shipmentId: [null] }, {})).toBe(true)
  })
})
