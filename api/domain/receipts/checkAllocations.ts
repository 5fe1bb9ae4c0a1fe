import type { Context } from '../../engine/context.js'
import type { FieldErrors } from '../../engine/problem.js'
import { Invalid } from '../../engine/problems.js'
import { say, type Text2 } from '../../engine/text.js'
import { yuanOf } from '../money/yuanOf.js'

interface Receipt {
  id: number
  customerId: number
  amount: number
  lines: { orderId: number; amount: number }[]
}

/**
 * Refuses, line by line, what a receipt cannot pay for: another customer's order, one that is no order yet or no more,
 * and more than an order has left to pay. The orders stay locked, so that two receipts never pay the same rest.
 */
export async function checkAllocations(
  context: Context,
  { id, customerId, amount, lines }: Receipt,
): Promise<void> {
  const orders = await lockedOrders(context, lines)
  const paid = await paidElsewhere(context, lines, id)
  const seen = new Set<number>()
  let left = amount
  const faults = lines.map((line): FieldErrors => {
    const order = orders.get(line.orderId)
    const rest = (order?.grossAmount ?? 0) - (paid.get(line.orderId) ?? 0)
    left -= line.amount
    if (seen.has(line.orderId))
      return {
        orderId: say('这张订单已经列过，请合并成一行。', 'This order is listed already; make it one line.'),
      }
    seen.add(line.orderId)
    const fault = orderFault(order, customerId)
    if (fault) return { orderId: fault }
    if (line.amount > rest)
      return {
        amount: say(
          `这张订单只剩 ${yuanOf(rest)} 元未收。`,
          `Only ${yuanOf(rest)} yuan of this order is still to be paid.`,
        ),
      }
    if (left < 0)
      return {
        amount: say(
          `分配的合计比收款多 ${yuanOf(-left)} 元。`,
          `The lines come to ${yuanOf(-left)} yuan more than was received.`,
        ),
      }
    return {}
  })
  if (faults.some((fault) => Object.keys(fault).length > 0)) throw Invalid({ lines: faults })
}

interface Order {
  customerId: number
  status: string
  grossAmount: number
}

function orderFault(order: Order | undefined, customerId: number): Text2 | null {
  if (!order) return say('没有这张订单。', 'There is no such order.')
  if (order.customerId !== customerId)
    return say('这张订单不是该客户的。', 'This order is of another customer.')
  if (order.status === 'draft' || order.status === 'cancelled')
    return say('草稿和已取消的订单不能收款。', 'Drafts and cancelled orders cannot be paid for.')
  return null
}

async function lockedOrders({ db, tx }: Context, lines: Receipt['lines']): Promise<Map<number, Order>> {
  if (lines.length === 0) return new Map()
  const rows = await db.select(
    `SELECT id, customerId, status, grossAmount FROM orders WHERE id IN (${lines.map(() => '?').join(', ')})
     ORDER BY id ${db.dialect === 'mysql' ? 'FOR UPDATE' : ''}`,
    lines.map(({ orderId }) => orderId),
    tx,
  )
  return new Map(
    rows.map((row) => [
      Number(row.id),
      {
        customerId: Number(row.customerId),
        status: String(row.status),
        grossAmount: Number(row.grossAmount),
      },
    ]),
  )
}

/** Reads with a lock, and so what another receipt committed while this one waited for the orders. */
async function paidElsewhere(
  { db, tx }: Context,
  lines: Receipt['lines'],
  id: number,
): Promise<Map<number, number>> {
  if (lines.length === 0) return new Map()
  const rows = await db.select(
    `SELECT l.orderId, SUM(l.amount) AS paid FROM receipt_lines l JOIN receipts r ON r.id = l.parentId
     WHERE l.orderId IN (${lines.map(() => '?').join(', ')}) AND r.status = 'received' AND r.id <> ?
     GROUP BY l.orderId ${db.dialect === 'mysql' ? 'LOCK IN SHARE MODE' : ''}`,
    [...lines.map(({ orderId }) => orderId), id],
    tx,
  )
  return new Map(rows.map((row) => [Number(row.orderId), Number(row.paid)]))
}
