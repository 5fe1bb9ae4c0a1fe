import type { Context } from '../../engine/context.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { orders } from '../refs.js'
import { moveOrder } from './moveOrder.js'

/**
 * Derives an order's fulfilment from its lines after goods moved, given what this shipment adds per order line
 * (×10⁴). When everything is shipped and every shipment delivered, the order completes by itself.
 */
export async function recomputeFulfilment(
  context: Context,
  orderId: number,
  shippedNow: ReadonlyMap<number, number> = new Map(),
): Promise<void> {
  const order = await lockRecord(context, orders, orderId)
  const lines = order.lines.map((line) => {
    const now = shippedNow.get(line.id) ?? 0
    return {
      ...line,
      shippedQuantity: (line.shippedQuantity ?? 0) + now,
      reservedQuantity: (line.reservedQuantity ?? 0) - now,
    }
  })
  const all = lines.every((line) => line.shippedQuantity >= line.quantity)
  const [row] = await context.db.select(
    `SELECT COUNT(*) AS underway FROM shipments WHERE orderId = ? AND status NOT IN ('delivered', 'cancelled')`,
    [orderId],
    context.tx,
  )
  if (all && Number(row?.underway) === 0) {
    await moveOrder(context, order, 'complete', { fulfilment: 'delivered', lines })
    return
  }
  const fulfilment = all
    ? 'shipped'
    : lines.some((line) => line.shippedQuantity > 0)
      ? 'partly-shipped'
      : 'reserved'
  await updateRecord(context, orders, order, { fulfilment, lines }, 'fulfil')
}
