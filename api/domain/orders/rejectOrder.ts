import type { Action } from '../../engine/action.js'
import { findRecords } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { supersedeDocument } from '../printing/documents/supersedeDocument.js'
import { documents } from '../refs.js'
import { moveOrder } from './moveOrder.js'
import { papersOf } from './papersOf.js'
import { reasonInput } from './reasonInput.js'

/** Sends a submitted order back to its clerk, with the reason. Papers printed of it are no longer true. */
export const rejectOrder: Action = {
  label: say('退回', 'Reject'),
  icon: 'reject',
  tone: 'danger',
  allow: ['confirmer'],
  input: reasonInput,
  async run(context, order, { reason }) {
    for (const paper of await findRecords(context, documents, { ...papersOf(order.id), status: 'issued' }))
      await supersedeDocument(context, paper)
    return moveOrder(context, order, 'reject', { rejectReason: reason })
  },
}
