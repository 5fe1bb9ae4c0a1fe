import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { userIdOf } from '../access/userIdOf.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { reasonInput } from '../orders/reasonInput.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { receipts } from '../refs.js'

/**
 * A receipt that was a mistake: number and papers are void, its orders are unpaid again. Where a statement has told
 * the customer of it already, the next one takes it back.
 */
export const voidReceipt: Action = {
  label: say('作废', 'Void'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['finance'],
  input: reasonInput,
  async run(context, { id }, { reason }) {
    const receipt = await lockRecord(context, receipts, id)
    await voidDocuments(context, { subject: receipts.name, subjectId: id }, String(reason))
    if (receipt.no !== null) await voidNumber(context, receipt.no, String(reason))
    const changes = {
      status: 'voided',
      voidReason: reason,
      voidedAt: context.now,
      voidedBy: userIdOf(context),
    }
    await updateRecord(context, receipts, receipt, changes, 'void')
    return { resource: receipts, id }
  },
}
