import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { reasonInput } from '../orders/reasonInput.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { stocktakes } from '../refs.js'
import { releaseLines } from './freezeLines.js'

/** Gives a stocktake up; no stock changes, its number and papers are void. */
export const cancelStocktake: Action = {
  label: say('取消盘点', 'Cancel'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['warehouse', 'supervisor'],
  input: reasonInput,
  async run(context, { id }, { reason }) {
    const stocktake = await lockRecord(context, stocktakes, id)
    await releaseLines(context, stocktake)
    await voidDocuments(context, { subject: stocktakes.name, subjectId: id }, String(reason))
    if (stocktake.no !== null) await voidNumber(context, stocktake.no, String(reason))
    const changes = { status: 'cancelled', cancelReason: reason }
    await updateRecord(context, stocktakes, stocktake, changes, 'cancel')
    return { resource: stocktakes, id }
  },
}
