import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { documentKind } from '../printing/documentKinds.js'
import { issueDocument } from '../printing/issueDocument.js'
import { issueInput } from '../printing/issueInput.js'
import { shipments } from '../refs.js'
import { freezeShipment } from './freezeShipment.js'

/** Freezes a paper of the shipment and sends it to its printer. The first one gives the shipment its number. */
export const issueShipment: Action = {
  label: say('出单打印', 'Issue'),
  icon: 'print',
  tone: 'primary',
  allow: ['warehouse'],
  answers: 'documents',
  bulk: true,
  input: issueInput('delivery-note', 'dispatch-note', 'packing-list'),
  async run(context, shipment, input) {
    const owner = { resource: 'shipments', id: shipment.id }
    const no = String(shipment.no ?? (await takeNumber(context, 'FH', owner)))
    const issued =
      shipment.status === 'draft'
        ? await updateRecord(
            context,
            shipments,
            { ...shipment, version: Number(shipment.version) },
            { no, status: 'issued', issuedAt: context.now },
            'issue',
          )
        : await lockRecord(context, shipments, shipment.id)
    const kind = documentKind(input.kind)
    return issueDocument(context, {
      kind,
      subject: { name: shipments.name, id: shipment.id },
      orderId: issued.orderId,
      shipmentId: shipment.id,
      warehouseId: issued.warehouseId,
      input,
      freeze: () => freezeShipment(context, issued),
      takeNo: async () =>
        kind === 'dispatch-note' ? no : takeNumber(context, kind === 'packing-list' ? 'ZX' : 'SH', owner),
    })
  },
}
