import type { Action } from '../../engine/action.js'
import { Invalid } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { changeRequests, orders } from '../refs.js'
import { freezeRequest } from './freezeRequest.js'

const { copySetId, printerId, expiresAt } = issueInput('change-request', 'cancel-request')

/** Prints the form of the request, for signature. With it the request has its number. */
export const issueRequest: Action = {
  label: say('打印申请表', 'Print the form'),
  icon: 'print',
  tone: 'neutral',
  allow: ['clerk', 'sales'],
  answers: 'documents',
  bulk: true,
  input: { copySetId, printerId, expiresAt },
  async run(context, { id }, input) {
    const request = await lockRecord(context, changeRequests, id)
    if (request.changes.length === 0)
      throw Invalid({ changes: say('没有变更内容。', 'There is nothing to change.') })
    const order = await lockRecord(context, orders, request.orderId)
    const cancels = request.kind === 'cancel'
    return issueDocument(context, {
      kind: cancels ? 'cancel-request' : 'change-request',
      subject: { name: changeRequests.name, id },
      orderId: order.id,
      warehouseId: order.warehouseId,
      input,
      freeze: () => freezeRequest(context, request),
      async takeNo() {
        const owner = { resource: changeRequests.name, id }
        const no = await takeNumber(context, cancels ? 'QX' : 'BQ', owner)
        await updateRecord(context, changeRequests, request, { no }, 'issue')
        return no
      },
    })
  },
}
