import { describe, expect, it } from '@jest/globals'
import { openLines } from '../../../admin/orders/openLines'

const order = {
  id: 7,
  lines: [
    { id: 1, name: '中性笔', spec: '0.5', unit: '盒' },
    { id: 2, name: '复印纸', spec: null, unit: '包' },
  ],
}

describe('what of an order can be shipped', () => {
  it('adds up the reservations that are in no shipment yet, exactly', () => {
    const reservations = [
      { id: 1, orderLineId: 1, quantity: '0.1', shipmentId: null },
      { id: 2, orderLineId: 1, quantity: '0.2', shipmentId: null },
      { id: 3, orderLineId: 1, quantity: '5', shipmentId: 9 },
    ]
    expect(openLines(order, reservations)).toEqual([
      { orderLineId: 1, name: '中性笔 0.5', unit: '盒', quantity: '0.3' },
    ])
  })

  it('offers nothing when everything is in shipments', () => {
    expect(openLines(order, [{ id: 3, orderLineId: 2, quantity: '5', shipmentId: 9 }])).toEqual([])
  })
})
