import type { Context } from '../../engine/context.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { freezeOrder } from '../orders/freezeOrder.js'
import type { shipments } from '../refs.js'

/** What papers of a shipment show: its order, with the lines and amounts of the part that is shipped. */
export async function freezeShipment(
  context: Context,
  shipment: RecordOf<typeof shipments>,
): Promise<Stored> {
  const { no, carrier, warehouseId, lines } = shipment
  const data = await freezeOrder(context, shipment.orderId, { parts: lines, warehouseId })
  return { ...data, shipment: { no, carrier } }
}
