import type { Context } from '../../engine/context.js'
import { Invalid } from '../../engine/problems.js'
import { findRecords, lockRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { asObjects } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { goodsHaveLeft } from '../orders/goodsHaveLeft.js'
import { orderLifecycle } from '../orders/orderLifecycle.js'
import { supersedeDocument } from '../printing/documents/supersedeDocument.js'
import { changeRequests, documents, orders, shipments } from '../refs.js'
import { impactOf } from './impactOf.js'
import { rowsOfCancelling } from './rowsOfCancelling.js'

/** Completes a request before it is stored: the rows that count, and what the order looked like when it was made. */
export async function prepareRequest(
  context: Context,
  values: Stored,
  before: Stored | null,
): Promise<Stored> {
  if (before) {
    await supersedeForms(context, Number(before.id))
    return values.changes === undefined || before.kind === 'cancel'
      ? { ...values, changes: before.changes }
      : { ...values, changes: rowsThatCount(values.changes) }
  }
  const order = await lockRecord(context, orders, Number(values.orderId))
  if (order.status !== 'confirmed') {
    const { label } = orderLifecycle.states[order.status]
    throw Invalid({
      orderId: say(
        `订单现在是「${label.zh}」；只有已确认的订单需要申请。`,
        `The order is "${label.en}"; only a confirmed one needs a request.`,
      ),
    })
  }
  const [away] = await findRecords(context, shipments, {
    orderId: order.id,
    status: ['dispatched', 'delivered'],
  })
  if (away) throw goodsHaveLeft(away.no)
  const [other] = await findRecords(context, changeRequests, { orderId: order.id, status: 'open' })
  if (other)
    throw Invalid({
      orderId: say(
        `这张订单已有待审批的申请 ${other.no ?? `#${other.id}`}，请先处理。`,
        `This order has the open request ${other.no ?? `#${other.id}`}; deal with that first.`,
      ),
    })
  return {
    ...values,
    customerName: order.customerName,
    grossBefore: order.grossAmount,
    requestedBy: context.who.kind === 'user' ? context.who.id : null,
    impact: await impactOf(context, order),
    changes:
      values.kind === 'cancel' ? await rowsOfCancelling(context, order) : rowsThatCount(values.changes),
  }
}

function rowsThatCount(changes: unknown): Stored[] {
  const rows = asObjects(changes).filter(({ was, wanted }) => wanted && wanted !== was)
  if (rows.length === 0)
    throw Invalid({
      changes: say('请至少写明一项变更及「变更后」。', 'State at least one change with its new value.'),
    })
  return rows
}

/** A form that says something else than the request is no longer true. */
async function supersedeForms(context: Context, id: number): Promise<void> {
  const where = { subject: changeRequests.name, subjectId: id, status: 'issued' }
  for (const form of await findRecords(context, documents, where)) await supersedeDocument(context, form)
}
