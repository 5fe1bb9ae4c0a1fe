import type { Context } from '../../engine/context.js'
import { findRecords } from '../../engine/records.js'
import type { RecordOf } from '../../engine/resource.js'
import { supersedeDocument } from '../printing/documents/supersedeDocument.js'
import { documents, type orders } from '../refs.js'
import { giveBackGoods } from './giveBackGoods.js'
import { moveOrder } from './moveOrder.js'
import { papersOf } from './papersOf.js'

/**
 * Takes a confirmed order back to its clerk, to be changed and submitted again under its number: what was reserved is
 * free, shipments that have not left are withdrawn, and its papers are no longer true.
 */
export async function reopenOrder(
  context: Context,
  order: RecordOf<typeof orders>,
  reason: string,
): Promise<void> {
  await giveBackGoods(context, order.id, reason)
  for (const paper of await findRecords(context, documents, { ...papersOf(order.id), status: 'issued' }))
    await supersedeDocument(context, paper)
  await moveOrder(context, order, 'reopen', {
    rejectReason: reason,
    fulfilment: 'none',
    lines: order.lines.map((line) => ({ ...line, reservedQuantity: 0 })),
  })
}
