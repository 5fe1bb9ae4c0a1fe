import type { Context } from '../../engine/context.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { stocktakes } from '../refs.js'
import { countedValues } from './countedValues.js'

/** A count typed into its line, or the reason of a difference: counts while counting, reasons until approval. */
export async function prepareCount(context: Context, values: Stored, before: Stored | null): Promise<Stored> {
  const line: Stored = before ?? {}
  const stocktake = await lockRecord(context, stocktakes, Number(line.stocktakeId))
  const isCounted = values.counted !== undefined && values.counted !== line.counted
  if (isCounted && stocktake.status !== 'counting')
    throw Conflict(
      say(
        `盘点 ${stocktake.no ?? ''} 不在盘点中，不能再改实盘数；要重盘请让主管退回。`,
        `Stocktake ${stocktake.no ?? ''} is not being counted any more; have it sent back to count again.`,
      ),
    )
  const isReasoned = values.reason !== undefined && values.reason !== line.reason
  if (isReasoned && stocktake.status !== 'counting' && stocktake.status !== 'counted')
    throw Conflict(
      say(
        `盘点 ${stocktake.no ?? ''} 已结束，不能再改。`,
        `Stocktake ${stocktake.no ?? ''} is over and no longer changes.`,
      ),
    )
  if (!isCounted) return values
  if (values.counted === null)
    return {
      ...values,
      frozenMoved: null,
      moved: null,
      difference: null,
      countedAt: null,
      countedBy: null,
    }
  return { ...values, ...(await countedValues(context, stocktake, line, Number(values.counted))) }
}
