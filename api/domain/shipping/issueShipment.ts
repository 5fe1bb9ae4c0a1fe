import type { Action } from '../../engine/action.js'
import { findRecords, lockRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { printByRule } from '../printing/auto/printByRule.js'
import { gatherBatch } from '../printing/batches/gatherBatch.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { shipments } from '../refs.js'
import { issuePaper } from './issuePaper.js'

/** Issues a paper of the shipment; with the first one that says the goods go, those that print by themselves then. */
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
    const issued = await issuePaper(context, shipment, input)
    const [now] = await findRecords(context, shipments, { id: shipment.id })
    if (now && shipment.status === 'draft' && now.status === 'issued')
      await printByRule(
        context,
        'issue',
        { orderId: now.orderId, shipmentId: now.id, warehouseId: now.warehouseId, but: input.kind },
        async (wanted) => issuePaper(context, await lockRecord(context, shipments, now.id), wanted),
      )
    return issued
  },
}
