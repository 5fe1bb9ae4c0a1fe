import { userIdOf } from '../access/userIdOf.js'
import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { boolean } from '../../engine/fields/index.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { stocktakes } from '../refs.js'

/** As many lines as a refusal names. */
const MOST_NAMED = 5

/** Counting is over: every line has its count, and the differences are there for whoever approves them. */
export const finishStocktake: Action = {
  label: say('盘点完成', 'Finish'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['warehouse'],
  input: {
    leaveUncounted: boolean({
      label: say('未盘的行保持账面数', 'Leave what was not counted as it is'),
      required: true,
      default: false,
    }),
  },
  async run(context, { id }, { leaveUncounted }) {
    const stocktake = await lockRecord(context, stocktakes, id)
    if (!leaveUncounted) await refuseUncounted(context, id)
    // Bumps the versions too, so that a form that was open is told.
    await context.db.execute(
      `UPDATE stocktake_lines SET bookQuantity = frozenBook, moved = frozenMoved,
       difference = counted - frozenBook - frozenMoved, version = version + 1, updatedAt = ? WHERE stocktakeId = ?`,
      [context.now, id],
      context.tx,
    )
    const [row] = await context.db.select(
      'SELECT COUNT(*) AS n FROM stocktake_lines WHERE stocktakeId = ? AND difference <> 0',
      [id],
      context.tx,
    )
    const changes = {
      status: 'counted',
      differenceCount: Number(row?.n),
      finishedAt: context.now,
      finishedBy: userIdOf(context),
    }
    await updateRecord(context, stocktakes, stocktake, changes, 'finish')
    return { resource: stocktakes, id }
  },
}

async function refuseUncounted({ db, tx }: Context, id: number): Promise<void> {
  const rows = await db.select(
    'SELECT productCode, name FROM stocktake_lines WHERE stocktakeId = ? AND counted IS NULL ORDER BY productCode',
    [id],
    tx,
  )
  if (rows.length === 0) return
  const named = rows.slice(0, MOST_NAMED).map((row) => `${String(row.productCode)} ${String(row.name)}`)
  const isMore = rows.length > named.length
  throw Conflict(
    say(
      `还有 ${rows.length} 行没盘：${named.join('、')}${isMore ? ' 等' : ''}。请补盘，或选择未盘的行保持账面数。`,
      `${rows.length} lines are not counted yet: ${named.join(', ')}${isMore ? ' …' : ''}. Count them, or choose to leave them as they are.`,
    ),
  )
}
