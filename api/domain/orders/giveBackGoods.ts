import type { Context } from '../../engine/context.js'
import { findRecords, lockRecord, updateRecord } from '../../engine/records.js'
import { reservations, shipments } from '../refs.js'
import { withdrawShipment } from '../shipping/withdrawShipment.js'
import { releaseStock } from '../stock/balances.js'
import { goodsHaveLeft } from './goodsHaveLeft.js'

/** Withdraws an order's shipments that have not left and gives its reserved stock back; refused once goods have left. */
export async function giveBackGoods(context: Context, orderId: number, reason: string): Promise<void> {
  for (const { id } of await findRecords(context, shipments, { orderId })) {
    const shipment = await lockRecord(context, shipments, id)
    if (shipment.status === 'dispatched' || shipment.status === 'delivered') throw goodsHaveLeft(shipment.no)
    if (shipment.status !== 'cancelled') await withdrawShipment(context, shipment, reason)
  }
  const active = await findRecords(
    context,
    reservations,
    { orderId, status: 'active' },
    { order: ['productId', 'ASC'] },
  )
  for (const one of active) {
    await releaseStock(context, one, one.quantity)
    await updateRecord(context, reservations, one, { status: 'released' }, 'release')
  }
}
