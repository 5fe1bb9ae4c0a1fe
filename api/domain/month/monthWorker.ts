import { keepClaim, releaseClaim, takeClaim, unclaimed, type Claim } from '../../db/claims.js'
import { isDeadlock, isDiskFull, isUnreachable } from '../../db/errors.js'
import { lookForWork, type Background } from '../../engine/background.js'
import { say } from '../../engine/text.js'
import { changeExport, ClaimLost, makeMonth } from './makeMonth.js'

const LOOK_EVERY_MS = 1000
/** A process that died while it made an export may have died of it: not more often than this. */
const MOST_CLAIMS = 20

/** Makes the month exports that wait, one at a time in this process; any process may, one of them does. */
export const startMonthWorker = (by: Background, lookEveryMs = LOOK_EVERY_MS) =>
  lookForWork(by, 'month exports', lookEveryMs, (signal) => makeNext(by, signal))

/** Makes the next export that waits; false when there is none. */
export async function makeNext(by: Background, signal: AbortSignal): Promise<boolean> {
  const { db } = by
  const [next] = await db.select(
    `SELECT id FROM month_exports WHERE status IN ('queued', 'making') AND ${unclaimed(db)} ORDER BY id LIMIT 1`,
  )
  const claim = next && (await takeClaim(db, 'month_exports', Number(next.id)))
  if (!claim) return false
  const kept = keepClaim(db, claim)
  try {
    if (claim.fence > MOST_CLAIMS) throw new Error(`Month export ${claim.id} was begun ${MOST_CLAIMS} times.`)
    await makeMonth(by, claim, AbortSignal.any([signal, kept.signal]))
  } catch (error) {
    await settle(by, claim, error, signal.aborted)
  } finally {
    kept.stop()
    await releaseClaim(db, claim).catch(() => 0)
  }
  return true
}

/** What is worth another try waits for one; anything else is told in a sentence. */
async function settle(by: Background, claim: Claim, error: unknown, stopping: boolean): Promise<void> {
  if (stopping || error instanceof ClaimLost) return
  if (isUnreachable(error) || isDeadlock(error)) throw error
  const full = isDiskFull(error)
  if (!full) by.log.warn({ err: error }, `month export ${claim.id} failed`)
  await changeExport(by, claim, 'fail', {
    status: 'failed',
    step: null,
    endedAt: new Date().toISOString(),
    error: full
      ? say(
          '数据库所在磁盘已满，没有留下半个文件。请清出空间后重新申请。',
          "The database's disk is full; no half file was left. Free some space and ask again.",
        )
      : say(
          '制作时出错，没有留下半个文件。请重试；再次失败请把这条记录的编号告诉管理员。',
          'It failed, and no half file was left. Try again; if it fails again, tell the administrator the id of this record.',
        ),
  })
}
