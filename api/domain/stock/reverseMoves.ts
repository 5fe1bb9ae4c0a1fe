import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import { Conflict } from '../../engine/problems.js'
import type { Stored } from '../../engine/resource.js'
import { postAdjustments, type Short } from './postAdjustments.js'

/** As many short products are named. */
const MOST_NAMED = 5

/** Takes stock moves back by opposite adjustments, since the ledger only grows. All of them, or it names what is short. */
export async function reverseMoves(
  context: Context,
  moves: readonly Stored[],
  reason: string,
): Promise<void> {
  const short = await postAdjustments(
    context,
    moves.map(({ productId, warehouseId, quality, quantity, source }) => ({
      productId: Number(productId),
      warehouseId: Number(warehouseId),
      quality: String(quality),
      quantity: -Number(quantity),
      reason,
      source: source == null ? null : String(source),
    })),
  )
  if (short.length > 0) throw await tooLittle(context, short)
}

async function tooLittle({ db, tx }: Context, short: readonly Short[]) {
  const first = short.slice(0, MOST_NAMED)
  const names = await Promise.all(
    first.map(async ({ productId, available }) => {
      const [row] = await db.select('SELECT code FROM products WHERE id = ?', [productId], tx)
      return { code: String(row?.code), available: formatDecimal(available, 4) }
    }),
  )
  const more = short.length > names.length
  return Conflict({
    zh: `库存已被使用，不能撤销：${names.map(({ code, available }) => `${code} 只剩 ${available} 可用`).join('、')}${more ? `,共 ${short.length} 项` : ''}。什么都没有改动。`,
    en: `The stock has been used and cannot be taken back: ${names.map(({ code, available }) => `${code} has ${available} available`).join(', ')}${more ? `, ${short.length} in all` : ''}. Nothing was changed.`,
  })
}
