import type { Action } from '../../engine/action.js'
import { date } from '../../engine/fields/index.js'
import { Conflict } from '../../engine/problems.js'
import { say } from '../../engine/text.js'
import { refuseWhileCancelling } from '../changeRequests/refuseWhileCancelling.js'
import { gatherBatch } from '../printing/batches/gatherBatch.js'
import { documentKind } from '../printing/documents/documentKinds.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { orders } from '../refs.js'
import { freezeAcknowledgement } from './freezeAcknowledgement.js'
import { freezeOrder } from './freezeOrder.js'

/** Prints the sales order, or what we confirm of it to the customer. Both bear the order's number. */
export const issueOrder: Action = {
  label: say('打印单据', 'Print papers'),
  icon: 'print',
  tone: 'neutral',
  allow: ['clerk', 'warehouse'],
  when: { status: ['submitted', 'confirmed', 'completed'] },
  answers: 'documents',
  bulk: true,
  gather: gatherBatch,
  input: {
    ...issueInput('sales-order', 'order-acknowledgement'),
    promisedDate: date({
      label: say('确认交期', 'Promised date'),
      help: say(
        '只印在订单确认书上；不填则同要求交期。',
        'Stands on the acknowledgement only. Empty: as requested.',
      ),
    }),
  },
  async run(context, order, input) {
    await refuseWhileCancelling(context, order.id)
    const kind = documentKind(input.kind)
    const acknowledges = kind === 'order-acknowledgement'
    if (acknowledges && order.status === 'submitted')
      throw Conflict(
        say(
          '订单还没有确认，不能打印订单确认书。',
          'The order is not confirmed yet; it cannot be acknowledged.',
        ),
      )
    return issueDocument(context, {
      kind,
      subject: { name: orders.name, id: order.id },
      orderId: order.id,
      warehouseId: order.warehouseId == null ? null : Number(order.warehouseId),
      input,
      freeze: () =>
        acknowledges
          ? freezeAcknowledgement(context, order.id, input.promisedDate)
          : freezeOrder(context, order.id),
      takeNo: async () => String(order.no),
    })
  },
}
