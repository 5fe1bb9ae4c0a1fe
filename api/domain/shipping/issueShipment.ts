import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { refuseWhileCancelling } from '../changeRequests/refuseWhileCancelling.js'
import type { Series } from '../numbers/series.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { gatherBatch } from '../printing/batches/gatherBatch.js'
import { documentKind, type DocumentKind } from '../printing/documentKinds.js'
import { issueDocument } from '../printing/issueDocument.js'
import { issueInput } from '../printing/issueInput.js'
import { shipments } from '../refs.js'
import { freezeLabel } from './freezeLabel.js'
import { freezePickList } from './freezePickList.js'
import { freezeShipment } from './freezeShipment.js'

/** Papers that say the goods go: with the first one the shipment is issued and has its number. */
const vouchers: DocumentKind[] = ['delivery-note', 'dispatch-note', 'packing-list']

const freezers: Partial<Record<DocumentKind, typeof freezeShipment>> = {
  'pick-list': freezePickList,
  'waybill-label': freezeLabel,
}

/** The series of papers with a number of their own; the dispatch note bears the shipment's, the label the carrier's. */
const seriesOf: Partial<Record<DocumentKind, Series>> = {
  'delivery-note': 'SH',
  'packing-list': 'ZX',
  'pick-list': 'JH',
}

/** Freezes a paper of the shipment and sends it to its printer. */
export const issueShipment: Action = {
  label: say('出单打印', 'Issue'),
  icon: 'print',
  tone: 'primary',
  allow: ['warehouse'],
  answers: 'documents',
  bulk: true,
  gather: gatherBatch,
  input: issueInput('delivery-note', 'dispatch-note', 'packing-list', 'pick-list', 'waybill-label'),
  async run(context, shipment, input) {
    await refuseWhileCancelling(context, Number(shipment.orderId))
    const kind = documentKind(input.kind)
    const owner = { resource: 'shipments', id: shipment.id }
    const current =
      vouchers.includes(kind) && shipment.status === 'draft'
        ? await updateRecord(
            context,
            shipments,
            { ...shipment, version: Number(shipment.version) },
            {
              no: shipment.no ?? (await takeNumber(context, 'FH', owner)),
              status: 'issued',
              issuedAt: context.now,
            },
            'issue',
          )
        : await lockRecord(context, shipments, shipment.id)
    const series = seriesOf[kind]
    return issueDocument(context, {
      kind,
      subject: { name: shipments.name, id: shipment.id },
      orderId: current.orderId,
      shipmentId: shipment.id,
      warehouseId: current.warehouseId,
      input,
      freeze: () => (freezers[kind] ?? freezeShipment)(context, current),
      takeNo: async () =>
        series
          ? takeNumber(context, series, owner)
          : String(kind === 'waybill-label' ? current.waybillNo : current.no),
    })
  },
}
