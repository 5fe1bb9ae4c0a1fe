import type { Context } from '../../engine/context.js'
import { updateRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { orders } from '../refs.js'
import { orderLifecycle } from './orderLifecycle.js'

type Verb = keyof typeof orderLifecycle.transitions

const stamps: Record<Verb, string> = {
  submit: 'submitted',
  reject: 'rejected',
  reopen: 'rejected',
  confirm: 'confirmed',
  complete: 'completed',
  cancel: 'cancelled',
}

/** Moves an order along its lifecycle, stamping when and by whom. */
export async function moveOrder(
  context: Context,
  order: Stored & { id: number },
  verb: Verb,
  changes: Stored = {},
): Promise<{ resource: { name: string }; id: number }> {
  const stamp = stamps[verb]
  const by =
    verb === 'complete' ? {} : { [`${stamp}By`]: context.who.kind === 'user' ? context.who.id : null }
  await updateRecord(
    context,
    orders,
    { ...order, version: Number(order.version) },
    { status: orderLifecycle.transitions[verb].to, [`${stamp}At`]: context.now, ...by, ...changes },
    verb,
  )
  return { resource: orders, id: order.id }
}
