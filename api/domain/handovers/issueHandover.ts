import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { documentKind } from '../printing/documents/documentKinds.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { handovers } from '../refs.js'
import { freezeHandover } from './freezeHandover.js'
import { shipmentsToHandOver } from './shipmentsToHandOver.js'

/** Prints the sheet that warehouse and carrier sign. With it the handover has its number. */
export const issueHandover: Action = {
  label: say('打印交接单', 'Print the sheet'),
  icon: 'print',
  allow: ['warehouse'],
  answers: 'documents',
  bulk: true,
  input: issueInput('handover-sheet'),
  async run(context, { id }, input) {
    const handover = await lockRecord(context, handovers, id)
    await shipmentsToHandOver(
      context,
      handover.lines.map(({ shipmentId }) => shipmentId),
      id,
    )
    const owner = { resource: handovers.name, id }
    const no = handover.no ?? (await takeNumber(context, 'JJ', owner))
    const issued =
      handover.status === 'draft'
        ? await updateRecord(
            context,
            handovers,
            handover,
            { no, status: 'issued', issuedAt: context.now },
            'issue',
          )
        : handover
    return issueDocument(context, {
      kind: documentKind(input.kind),
      subject: { name: handovers.name, id },
      warehouseId: handover.warehouseId,
      input,
      freeze: () => freezeHandover(context, issued),
      takeNo: async () => no,
    })
  },
}
