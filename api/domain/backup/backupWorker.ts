import { rm } from 'node:fs/promises'
import path from 'node:path'
import { keepClaim, releaseClaim, takeClaim, unclaimed, type Claim } from '../../db/claims.js'
import { lookForWork, type Background } from '../../engine/background.js'
import { Problem } from '../../engine/problem.js'
import { say, type Text2 } from '../../engine/text.js'
import { BackupFault } from './backupFault.js'
import { fileNameOf, lastSlot, prune, type BackupPlan } from './backupPlan.js'
import { changeRun, factsOf, insertRun, RunTakenOver } from './recordRun.js'
import { testRestore } from './testRestore.js'
import { writeBackup } from './writeBackup.js'

const LOOK_EVERY_MS = 15_000
/** A process that died in the middle of a backup may have died of it. */
const MOST_CLAIMS = 3

/**
 * Takes the planned backups: one process of all does each of them. A backup that was missed because nothing ran at
 * its time is taken as soon as something runs.
 */
export const startBackupWorker = (by: Background, plan: BackupPlan) =>
  lookForWork(by, 'backups', LOOK_EVERY_MS, (signal) => takeNext(by, plan, signal))

/** Takes the backup that is due, or one that was broken off; false when there is none. */
export async function takeNext(by: Background, plan: BackupPlan, signal: AbortSignal): Promise<boolean> {
  const { db } = by
  await planRun(by, plan)
  const [run] = await db.select(
    `SELECT id, slot, file FROM backup_runs
     WHERE status = 'running' AND origin = 'schedule' AND ${unclaimed(db)} ORDER BY id LIMIT 1`,
  )
  const claim = run && (await takeClaim(db, 'backup_runs', Number(run.id)))
  if (!claim) return false
  const kept = keepClaim(db, claim)
  try {
    if (claim.fence > MOST_CLAIMS) throw new Error(`Backup ${claim.id} was begun ${MOST_CLAIMS} times.`)
    await takeBackup(by, plan, claim, String(run.file), AbortSignal.any([signal, kept.signal]))
  } catch (error) {
    if (!signal.aborted && !(error instanceof RunTakenOver)) await fail(by, claim, error)
  } finally {
    kept.stop()
    await releaseClaim(db, claim).catch(() => 0)
  }
  return true
}

/** Puts the run that is due on record, unless it is there: only one process can. */
async function planRun(by: Background, plan: BackupPlan): Promise<void> {
  const slot = lastSlot(plan)
  if (slot === null) return
  const [taken] = await by.db.select('SELECT id FROM backup_runs WHERE slot >= ? LIMIT 1', [slot])
  if (taken) return
  try {
    await insertRun(by, { slot, origin: 'schedule', status: 'running', file: fileNameOf(slot) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

async function takeBackup(
  by: Background,
  plan: BackupPlan,
  claim: Claim,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const file = path.join(plan.dir, name)
  const tell = (step: Text2) => changeRun(by, claim, 'progress', { step })
  await tell(say('正在备份', 'Writing the backup'))
  // Only a run that was broken off can have left it.
  await rm(file, { force: true })
  const written = await writeBackup(by.db, file, signal)
  await changeRun(by, claim, 'progress', {
    ...factsOf(written),
    step: say('正在验证恢复', 'Proving that it can be restored'),
  })
  await testRestore(file, signal)
  const now = new Date().toISOString()
  await changeRun(by, claim, 'finish', { status: 'proven', step: null, testedAt: now, endedAt: now })
  await prune(plan)
}

async function fail(by: Background, claim: Claim, error: unknown): Promise<void> {
  if (!(error instanceof BackupFault)) by.log.warn({ err: error }, `backup ${claim.id} failed`)
  const text =
    error instanceof BackupFault
      ? error.text
      : say(
          '备份时出错；原因记在服务日志中。旧的备份都还在。',
          'The backup failed; the reason is in the log of the service. Older backups are all there.',
        )
  const endedAt = new Date().toISOString()
  await changeRun(by, claim, 'fail', { status: 'failed', step: null, endedAt, error: text })
}
