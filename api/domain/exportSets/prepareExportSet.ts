import type { Context } from '../../engine/context.js'
import { Invalid } from '../../engine/problems.js'
import type { Stored } from '../../engine/resource.js'
import { asObjects } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { userIdOf } from '../access/userIdOf.js'
import { usualItems } from './exportItems.js'

/** Completes a set: the usual papers where none were named, the buyer, and who ticked what off, and when. */
export async function prepareExportSet(
  context: Context,
  values: Stored,
  before: Stored | null,
): Promise<Stored> {
  const set: Stored = { ...before, ...values }
  const { db, tx } = context
  const [order] = await db.select('SELECT customerName FROM orders WHERE id = ?', [Number(set.orderId)], tx)
  if (set.shipmentId != null) {
    const [shipment] = await db.select(
      'SELECT orderId FROM shipments WHERE id = ?',
      [Number(set.shipmentId)],
      tx,
    )
    if (Number(shipment?.orderId) !== Number(set.orderId))
      throw Invalid({
        shipmentId: say('这张发货单不是该订单的。', 'That shipment is of another order.'),
      })
  }
  const given = asObjects(set.lines)
  const former = asObjects(before?.lines)
  const lines = (given.length === 0 && !before ? usualItems : given).map((item: Stored) => {
    const was = former.find(({ id }) => id === Number(item.id))
    if (!item.present) return { ...item, presentAt: null, presentBy: null }
    return was?.present
      ? { ...item, presentAt: was.presentAt, presentBy: was.presentBy }
      : { ...item, presentAt: context.now, presentBy: userIdOf(context) }
  })
  return {
    ...values,
    buyer: set.buyer ?? order?.customerName ?? null,
    lines,
    missing: lines.filter(({ required, present }: Stored) => required && !present).length,
  }
}
