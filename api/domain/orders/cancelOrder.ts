import type { Action } from '../../engine/action.js'
import { Conflict } from '../../engine/problems.js'
import { findRecords, lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { voidDocuments } from '../printing/voidDocuments.js'
import { reservations, shipments } from '../refs.js'
import { withdrawShipment } from '../shipping/withdrawShipment.js'
import { releaseStock } from '../stock/balances.js'
import { moveOrder } from './moveOrder.js'
import { papersOf } from './papersOf.js'
import { reasonInput } from './reasonInput.js'
import { asObjects } from '../../engine/shapes.js'

const beforeConfirm = { status: ['draft', 'submitted'] }
const afterConfirm = { status: ['confirmed'] }

/**
 * Cancels an order: shipments that have not left are withdrawn, all reserved stock goes back, and its papers and its
 * number are void.
 */
export const cancelOrder: Action = {
  label: say('取消订单', 'Cancel'),
  icon: 'cancel',
  tone: 'danger',
  allow: { clerk: beforeConfirm, sales: beforeConfirm, confirmer: afterConfirm, supervisor: afterConfirm },
  input: reasonInput,
  async run(context, order, { reason }) {
    for (const { id } of await findRecords(context, shipments, { orderId: order.id })) {
      const shipment = await lockRecord(context, shipments, id)
      if (shipment.status === 'dispatched' || shipment.status === 'delivered')
        throw Conflict(
          say(
            `发货单 ${shipment.no} 的货已发出,订单不能取消;请走退货。`,
            `The goods of shipment ${shipment.no} have left; the order cannot be cancelled. Handle it as a return.`,
          ),
        )
      if (shipment.status !== 'cancelled') await withdrawShipment(context, shipment, String(reason))
    }
    await voidDocuments(context, papersOf(order.id), String(reason))
    if (typeof order.no === 'string') await voidNumber(context, order.no, String(reason))
    const active = await findRecords(
      context,
      reservations,
      { orderId: order.id, status: 'active' },
      { order: [['productId', 'ASC']] },
    )
    for (const one of active) {
      await releaseStock(context, one, one.quantity)
      await updateRecord(context, reservations, one, { status: 'released' }, 'release')
    }
    const lines = asObjects(order.lines)
    return moveOrder(context, order, 'cancel', {
      cancelReason: reason,
      fulfilment: 'none',
      lines: lines.map((line) => ({ ...line, reservedQuantity: 0 })),
    })
  },
}
