import { expect, it } from '@jest/globals'
import { copyOfOrder } from '../../../admin/orders/copyOfOrder'

it('takes customer, terms and goods of an earlier order, and nothing of its history', () => {
  const copy = copyOfOrder({
    id: 7,
    version: 3,
    no: 'XS20261123-0001',
    status: 'completed',
    customerId: 4,
    requestedDate: '2026-11-01',
    payMethod: 'cod',
    lines: [
      {
        id: 9,
        lineNo: 1,
        productId: 2,
        quantity: '3',
        unitPrice: '1.5',
        shippedQuantity: '3',
        grossAmount: 450,
      },
    ],
  })
  expect(copy).toEqual({
    customerId: 4,
    payMethod: 'cod',
    lines: [{ productId: 2, quantity: '3', unitPrice: '1.5' }],
  })
})
