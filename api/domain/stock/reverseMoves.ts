import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import { Conflict } from '../../engine/problems.js'
import { insertRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { stockMoves } from '../refs.js'
import { changeOnHand, stockAt } from './balances.js'

/** As many short products are named. */
const MOST_NAMED = 5

/** Takes stock moves back by opposite adjustments, since the ledger only grows. All of them, or it names what is short. */
export async function reverseMoves(
  context: Context,
  moves: readonly Stored[],
  reason: string,
): Promise<void> {
  const short: Stored[] = []
  const movedBy = context.who.kind === 'user' ? context.who.id : null
  for (const move of moves) {
    const { productId, warehouseId, quality } = move
    const key = { productId: Number(productId), warehouseId: Number(warehouseId), quality: String(quality) }
    const quantity = -Number(move.quantity)
    if (!(await changeOnHand(context, key, quantity)))
      short.push({ ...key, ...(await stockAt(context, key)) })
    else
      await insertRecord(context, stockMoves, {
        type: 'adjustment',
        ...key,
        quantity,
        reason,
        source: move.source,
        movedBy,
        balanceAfter: (await stockAt(context, key)).onHand,
      })
  }
  if (short.length > 0) throw await tooLittle(context, short)
}

async function tooLittle({ db, tx }: Context, short: readonly Stored[]) {
  const first = short.slice(0, MOST_NAMED)
  const names = await Promise.all(
    first.map(async ({ productId, available }) => {
      const [row] = await db.select('SELECT code FROM products WHERE id = ?', [Number(productId)], tx)
      return { code: String(row?.code), available: formatDecimal(Number(available), 4) }
    }),
  )
  const more = short.length > names.length
  return Conflict({
    zh: `库存已被使用,不能撤销:${names.map(({ code, available }) => `${code} 只剩 ${available} 可用`).join('、')}${more ? `,共 ${short.length} 项` : ''}。什么都没有改动。`,
    en: `The stock has been used and cannot be taken back: ${names.map(({ code, available }) => `${code} has ${available} available`).join(', ')}${more ? `, ${short.length} in all` : ''}. Nothing was changed.`,
  })
}
