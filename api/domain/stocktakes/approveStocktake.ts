import { userIdOf } from '../access/userIdOf.js'
import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import { text } from '../../engine/fields/index.js'
import { Conflict, Forbidden, Invalid } from '../../engine/problems.js'
import { findRecords, lockRecord, updateRecord } from '../../engine/records.js'
import type { RecordOf } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { stocktakeLines, stocktakes } from '../refs.js'
import { postAdjustments } from '../stock/postAdjustments.js'
import { releaseLines } from './freezeLines.js'

type Line = RecordOf<typeof stocktakeLines>

/**
 * Posts the differences as adjustments, all of them or none: what is on hand changes by the difference and is not set
 * to the count, so goods that moved since stay moved. Whoever counted does not approve.
 */
export const approveStocktake: Action = {
  label: say('批准调账', 'Approve'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['supervisor'],
  input: {
    reason: text({
      label: say('差异原因', 'Reason'),
      help: say('用于没有写明原因的行。', 'For lines that give none themselves.'),
      max: 200,
    }),
  },
  async run(context, { id }, { reason }) {
    const stocktake = await lockRecord(context, stocktakes, id)
    const lines = await findRecords(context, stocktakeLines, { stocktakeId: id })
    if (context.who.kind === 'user' && lines.some(({ countedBy }) => countedBy === context.who.id))
      throw Forbidden(
        say(
          '您自己盘过这一单，请由另一位主管批准。',
          'You counted in this stocktake; another supervisor approves it.',
        ),
      )
    const differing = lines.filter(({ difference }) => difference !== null && difference !== 0)
    refuseUnreasoned(differing, reason)
    await post(context, stocktake, differing, reason)
    await releaseLines(context, stocktake)
    const changes = { status: 'approved', approvedAt: context.now, approvedBy: userIdOf(context) }
    await updateRecord(context, stocktakes, stocktake, changes, 'approve')
    return { resource: stocktakes, id }
  },
}

function refuseUnreasoned(differing: readonly Line[], reason: unknown): void {
  const unreasoned = differing.filter((line) => line.reason === null)
  if (reason != null || unreasoned.length === 0) return
  const [first] = unreasoned
  throw Invalid({
    reason: say(
      `有 ${unreasoned.length} 行差异没有原因（如 ${first?.productCode} ${first?.name}），请在这里写明。`,
      `${unreasoned.length} differences have no reason (such as ${first?.productCode} ${first?.name}); give it here.`,
    ),
  })
}

async function post(
  context: Context,
  { no, warehouseId, quality }: RecordOf<typeof stocktakes>,
  differing: readonly Line[],
  reason: unknown,
): Promise<void> {
  const short = await postAdjustments(
    context,
    differing.map((line) => ({
      productId: line.productId,
      warehouseId,
      quality,
      quantity: line.difference ?? 0,
      reason: line.reason ?? String(reason),
      source: no,
    })),
  )
  if (short.length === 0) return
  const sentences = short.map(({ productId, available }) => {
    const line = differing.find((one) => one.productId === productId)
    return {
      what: `${line?.productCode} ${line?.name}`,
      less: formatDecimal(-(line?.difference ?? 0), 4),
      available: formatDecimal(Math.max(available, 0), 4),
    }
  })
  throw Conflict(
    say(
      `不能调账：${sentences.map(({ what, less, available }) => `「${what}」盘亏 ${less}，可用只有 ${available}`).join('；')}。请先取消占用的订单，或退回复盘。什么都没有改动。`,
      `Nothing was posted: ${sentences.map(({ what, less, available }) => `"${what}" is ${less} short but only ${available} is available`).join('; ')}. Free what orders hold of it first, or have it counted again.`,
    ),
  )
}
