import type { Context } from '../../engine/context.js'
import type { Stored } from '../../engine/resource.js'
import { asObject } from '../../engine/shapes.js'
import { freezeOrder } from './freezeOrder.js'

/** What we confirm to the customer: the order, and the day on which it is to be there (`promisedDate`, a day or null). */
export async function freezeAcknowledgement(
  context: Context,
  orderId: number,
  promisedDate: unknown,
): Promise<Stored> {
  const data = await freezeOrder(context, orderId)
  const order = asObject(data.order)
  return { ...data, order: { ...order, promisedDate: promisedDate ?? order.requestedDate } }
}
