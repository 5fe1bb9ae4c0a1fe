import type { Action } from '../../engine/action.js'
import { updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { reasonInput } from '../orders/reasonInput.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { handovers } from '../refs.js'

/** Nothing is handed over by this sheet: it is void, and its shipments may go on another one. */
export const cancelHandover: Action = {
  label: say('取消', 'Cancel'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['warehouse'],
  input: reasonInput,
  async run(context, handover, { reason }) {
    const { id, no } = handover
    await voidDocuments(context, { subject: handovers.name, subjectId: id }, String(reason))
    if (typeof no === 'string') await voidNumber(context, no, String(reason))
    await updateRecord(
      context,
      handovers,
      { ...handover, version: Number(handover.version) },
      { status: 'cancelled', cancelReason: reason },
      'cancel',
    )
    return { resource: handovers, id }
  },
}
