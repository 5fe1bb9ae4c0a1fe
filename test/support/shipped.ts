import type { Rec } from './client.js'
import type { House } from './house.js'

/** Goods of that many 分 that left on that day. */
export async function shipped(house: House, customer: Rec, day: string, fen: number): Promise<Rec> {
  const warehouse = await house.mainWarehouse()
  const product = await house.product({ price: (fen / 100).toFixed(2), taxRate: '0' })
  await house.stock(product, warehouse, 1)
  const lines = [{ productId: product.id, quantity: 1 }]
  const shipment = await house.dispatched(await house.confirmed({ customerId: customer.id, lines }))
  await house.api.db.execute('UPDATE shipments SET dispatchedAt = ? WHERE id = ?', [
    `${day}T04:00:00.000Z`,
    shipment.id,
  ])
  return shipment
}
