import type { Action } from '../../engine/action.js'
import { updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { recomputeFulfilment } from '../orders/recomputeFulfilment.js'
import { shipments } from '../refs.js'

/** The customer has signed. The last delivery of an order completes it. */
export const deliverShipment: Action = {
  label: say('签收', 'Delivered'),
  icon: 'deliver',
  tone: 'primary',
  allow: ['warehouse'],
  bulk: true,
  async run(context, shipment) {
    await updateRecord(
      context,
      shipments,
      { ...shipment, version: Number(shipment.version) },
      { status: 'delivered', deliveredAt: context.now },
      'deliver',
    )
    await recomputeFulfilment(context, Number(shipment.orderId))
    return { resource: shipments, id: shipment.id }
  },
}
