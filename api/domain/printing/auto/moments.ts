import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'
import type { DocumentKind } from '../documents/documentKinds.js'

/** When papers may print by themselves. */
export const moments = {
  confirm: { label: say('订单确认时', 'An order is confirmed') },
  release: { label: say('建立发货单时', 'A shipment is drawn up') },
  issue: { label: say('发货单首次出单时', 'A shipment is first issued') },
} satisfies Record<string, ChoiceValue>

export type Moment = keyof typeof moments

const ofOrders: DocumentKind[] = ['sales-order', 'order-acknowledgement']
const ofShipments: DocumentKind[] = [
  'pick-list',
  'delivery-note',
  'dispatch-note',
  'packing-list',
  'waybill-label',
]

export const kindsAt: Record<Moment, DocumentKind[]> = {
  confirm: ofOrders,
  release: ofShipments,
  issue: ofShipments,
}
