import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { stocktakes } from '../refs.js'

/** Sends a stocktake back to be counted again where it looks wrong; what was counted stays until it is counted anew. */
export const recountStocktake: Action = {
  label: say('退回复盘', 'Count again'),
  icon: 'reject',
  allow: ['warehouse', 'supervisor'],
  async run(context, { id }) {
    const stocktake = await lockRecord(context, stocktakes, id)
    if (stocktake.blind)
      await context.db.execute(
        `UPDATE stocktake_lines SET bookQuantity = NULL, moved = NULL, difference = NULL, version = version + 1, updatedAt = ?
         WHERE stocktakeId = ?`,
        [context.now, id],
        context.tx,
      )
    const changes = { status: 'counting', differenceCount: null, finishedAt: null, finishedBy: null }
    await updateRecord(context, stocktakes, stocktake, changes, 'recount')
    return { resource: stocktakes, id }
  },
}
