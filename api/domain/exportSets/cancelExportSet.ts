import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { reasonInput } from '../orders/reasonInput.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { exportSets } from '../refs.js'

/** The export does not happen, or is declared otherwise; number and papers are void. */
export const cancelExportSet: Action = {
  label: say('取消', 'Cancel'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['clerk', 'sales'],
  input: reasonInput,
  async run(context, { id }, { reason }) {
    const set = await lockRecord(context, exportSets, id)
    await voidDocuments(context, { subject: exportSets.name, subjectId: id }, String(reason))
    if (set.no !== null) await voidNumber(context, set.no, String(reason))
    await updateRecord(context, exportSets, set, { status: 'cancelled', cancelReason: reason }, 'cancel')
    return { resource: exportSets, id }
  },
}
