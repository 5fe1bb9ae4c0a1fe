import type { Context } from '../../engine/context.js'
import { dayOf } from '../../engine/day.js'
import { Invalid } from '../../engine/problems.js'
import type { Stored } from '../../engine/resource.js'
import { asObjects } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { checkAllocations } from './checkAllocations.js'

/** Completes a receipt: the customer's name, today where no day was given, and what of it is for no order yet. */
export async function prepareReceipt(
  context: Context,
  values: Stored,
  before: Stored | null,
): Promise<Stored> {
  const receipt: Stored = { ...before, ...values }
  const today = dayOf(context.now)
  const receivedOn = String(receipt.receivedOn ?? today)
  if (receivedOn > today)
    throw Invalid({
      receivedOn: say('收款日期不能在今天以后。', 'Money cannot have been received after today.'),
    })
  const lines = asObjects(receipt.lines).map((line) => ({
    orderId: Number(line.orderId),
    amount: Number(line.amount),
  }))
  const amount = Number(receipt.amount)
  const customerId = Number(receipt.customerId)
  await checkAllocations(context, { id: Number(before?.id ?? 0), customerId, amount, lines })
  const [customer] = await context.db.select(
    'SELECT name FROM customers WHERE id = ?',
    [customerId],
    context.tx,
  )
  const allocated = lines.reduce((sum, line) => sum + line.amount, 0)
  return {
    ...values,
    receivedOn,
    customerName: customer?.name ?? null,
    allocated,
    unallocated: amount - allocated,
  }
}
