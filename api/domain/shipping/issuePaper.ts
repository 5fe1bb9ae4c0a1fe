import type { Answer } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { refuseWhileCancelling } from '../changeRequests/refuseWhileCancelling.js'
import type { Series } from '../numbers/series.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { documentKind, type DocumentKind } from '../printing/documents/documentKinds.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
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
export async function issuePaper(
  context: Context,
  shipment: Stored & { id: number },
  input: Stored,
): Promise<Answer> {
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
}
