import { describe, expect, it } from '@jest/globals'
import { allocationOf } from '../../../admin/receipts/allocationOf.js'

describe('what of a receipt goes to the order that was picked', () => {
  it('is the whole order, and no more than the other lines leave of the money', () => {
    expect(allocationOf(3_078_40, 5_000_00, [])).toBe(3_078_40)
    expect(allocationOf(3_078_40, 2_000_00, [])).toBe(2_000_00)
    expect(allocationOf(3_078_40, 5_000_00, [{ amount: 4_000_00 }, { amount: null }])).toBe(1_000_00)
  })

  it('is the order where nobody has said yet what came in, or more is given away than came: the server says so', () => {
    expect(allocationOf(90_00, null, [])).toBe(90_00)
    expect(allocationOf(90_00, 50_00, [{ amount: 60_00 }])).toBe(90_00)
    expect(allocationOf(undefined, 50_00, [])).toBeNull()
  })
})
