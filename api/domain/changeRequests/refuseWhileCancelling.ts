import type { Context } from '../../engine/context.js'
import { Conflict } from '../../engine/problems.js'
import { say } from '../../engine/text.js'

/** Nothing of an order is issued or sent while it is asked to be cancelled: work on it stops at once, not when it is decided. */
export async function refuseWhileCancelling({ db, tx }: Context, orderId: number): Promise<void> {
  const [open] = await db.select(
    `SELECT id, no FROM change_requests WHERE orderId = ? AND status = 'open' AND kind = 'cancel' LIMIT 1`,
    [orderId],
    tx,
  )
  if (!open) return
  const name = String(open.no ?? `#${String(open.id)}`)
  throw Conflict(
    say(
      `订单有待审批的取消申请 ${name}，已停止出单和发货；请等审批，或由打单员撤回申请。`,
      `Cancelling this order is requested (${name}): nothing is issued or sent until that is decided or withdrawn.`,
    ),
  )
}
