import type { Action } from '../../engine/action.js'
import { say } from '../../engine/text.js'
import { reasonInput } from '../orders/reasonInput.js'
import { shipments } from '../refs.js'
import { withdrawShipment } from './withdrawShipment.js'

/** Takes a shipment back before it leaves; the order keeps its reserved stock and can be shipped again. */
export const cancelShipment: Action = {
  label: say('取消发货', 'Cancel'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['warehouse'],
  input: reasonInput,
  async run(context, shipment, { reason }) {
    await withdrawShipment(context, { ...shipment, version: Number(shipment.version) }, String(reason))
    return { resource: shipments, id: shipment.id }
  },
}
