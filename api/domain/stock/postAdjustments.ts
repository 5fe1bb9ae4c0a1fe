import { userIdOf } from '../access/userIdOf.js'
import type { Context } from '../../engine/context.js'
import { insertRecord } from '../../engine/records.js'
import { stockMoves } from '../refs.js'
import { changeOnHand, stockAt } from './balances.js'

export interface Adjustment {
  productId: number
  warehouseId: number
  quality: string
  /** What is on hand changes by so much, ×10⁴. */
  quantity: number
  reason: string
  source: string | null
}

export type Short = Adjustment & { onHand: number; available: number }

/**
 * Appends adjustments to the ledger, each by one conditional update in the order of products. Answers those that
 * would take more than is available: the caller then refuses, and nothing was changed.
 */
export async function postAdjustments(
  context: Context,
  adjustments: readonly Adjustment[],
): Promise<Short[]> {
  const short: Short[] = []
  const movedBy = userIdOf(context)
  const inKeyOrder = [...adjustments].sort((a, b) => a.productId - b.productId)
  for (const one of inKeyOrder) {
    if (!(await changeOnHand(context, one, one.quantity)))
      short.push({ ...one, ...(await stockAt(context, one)) })
    else
      await insertRecord(context, stockMoves, {
        type: 'adjustment',
        ...one,
        movedBy,
        balanceAfter: (await stockAt(context, one)).onHand,
      })
  }
  return short
}
