import type { Action } from '../../engine/action.js'
import { say } from '../../engine/text.js'
import { documentKind } from '../printing/documentKinds.js'
import { issueDocument } from '../printing/issueDocument.js'
import { issueInput } from '../printing/issueInput.js'
import { orders } from '../refs.js'
import { freezeOrder } from './freezeOrder.js'

/** Prints the sales order: its data is frozen, its copies and one print job are made. */
export const issueOrder: Action = {
  label: say('打印销售订单', 'Print sales order'),
  icon: 'print',
  tone: 'neutral',
  allow: ['clerk', 'warehouse'],
  when: { status: ['submitted', 'confirmed', 'completed'] },
  answers: 'documents',
  bulk: true,
  input: issueInput('sales-order'),
  run: (context, order, input) =>
    issueDocument(context, {
      kind: documentKind(input.kind),
      subject: { name: orders.name, id: order.id },
      orderId: order.id,
      warehouseId: order.warehouseId == null ? null : Number(order.warehouseId),
      input,
      freeze: () => freezeOrder(context, order.id),
      takeNo: async () => String(order.no),
    }),
}
