import { userIdOf } from '../access/userIdOf.js'
import type { Context } from '../../engine/context.js'
import type { Stored } from '../../engine/resource.js'
import { stockAt } from '../stock/balances.js'

/**
 * What a count writes into its line. The ledger is the balance, so what moved since the freeze is exactly what is on
 * hand now less what was on hand then; later moves no longer matter to this line. Quantities ×10⁴.
 */
export async function countedValues(
  context: Context,
  stocktake: Stored,
  line: Stored,
  counted: number,
): Promise<Stored> {
  const { onHand } = await stockAt(context, {
    productId: Number(line.productId),
    warehouseId: Number(stocktake.warehouseId),
    quality: String(stocktake.quality),
  })
  const frozenMoved = onHand - Number(line.frozenBook)
  return {
    counted,
    frozenMoved,
    ...(!stocktake.blind && { moved: frozenMoved, difference: counted - onHand }),
    countedAt: context.now,
    countedBy: userIdOf(context),
  }
}
