import { integer, lines, quantity, reference, text } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

const asShipment = say('不填则同发货单。', "Empty: the shipment's.")

/** The shipments of a handover; who gets them, where and under which waybill is copied from them. */
export const handoverLines = lines({
  label: say('发货单', 'Shipments'),
  table: 'handover_lines',
  required: true,
  min: 1,
  max: 300,
  // The number is that of the shipment, kept for the paper.
  grid: ['shipmentId', 'customerName', 'destination', 'waybillNo', 'packages', 'weightKg'],
  fields: {
    shipmentId: reference('shipments', { label: say('发货单', 'Shipment'), required: true, width: 180 }),
    shipmentNo: text({ label: say('发货单号', 'Shipment no.'), readOnly: true, max: 30, width: 150 }),
    customerName: text({ label: say('收货单位', 'Receiver'), readOnly: true, max: 100, width: 200 }),
    destination: text({ label: say('到达地', 'Destination'), readOnly: true, max: 60, width: 150 }),
    waybillNo: text({ label: say('运单号', 'Waybill no.'), readOnly: true, max: 30, width: 150 }),
    packages: integer({ label: say('件数', 'Packages'), min: 1, max: 999, help: asShipment, width: 80 }),
    weightKg: quantity({ label: say('重量 kg', 'Weight kg'), max: '99999', help: asShipment, width: 90 }),
  },
})
