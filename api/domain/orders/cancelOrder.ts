import type { Action } from '../../engine/action.js'
import { asObjects } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { giveBackGoods } from './giveBackGoods.js'
import { moveOrder } from './moveOrder.js'
import { papersOf } from './papersOf.js'
import { reasonInput } from './reasonInput.js'

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
    await giveBackGoods(context, order.id, String(reason))
    await voidDocuments(context, papersOf(order.id), String(reason))
    if (typeof order.no === 'string') await voidNumber(context, order.no, String(reason))
    const lines = asObjects(order.lines)
    return moveOrder(context, order, 'cancel', {
      cancelReason: reason,
      fulfilment: 'none',
      lines: lines.map((line) => ({ ...line, reservedQuantity: 0 })),
    })
  },
}
