import type { Context } from '../../../engine/context.js'
import { problem } from '../../../engine/problem.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { printJobs } from '../../refs.js'
import { storedOffset } from '../printers/offset.js'
import { openAttemptOf } from '../jobs/attempts.js'

export const NotNow = problem('not_now', 409, (status: string) => ({
  zh: `任务现在不能发送（${status}）。`,
  en: `The job is not to be sent now (${status}).`,
}))

/**
 * Opens an attempt, as the last thing before a byte goes to the printer. Refused when a person canceled or held the
 * job meanwhile, when its time is over, or while an earlier attempt has no outcome.
 */
export async function openAttempt(
  context: Context,
  jobId: number,
  fence: number,
  {
    token,
    printerUuid,
    printerUpTime,
    offset,
  }: {
    token: string
    printerUuid?: string | null
    printerUpTime?: number | null
    /** How far what is sent is moved against the archived bytes, in mm. */
    offset?: { x: number; y: number }
  },
): Promise<{ n: number }> {
  const { db, tx, now } = context
  const job = await lockRecord(context, printJobs, jobId)
  const { paused, batch } = await lineOf(context, job.printerId, job.batchId)
  const expired = job.expiresAt !== null && job.expiresAt <= now
  if (
    !['queued', 'rendering', 'sending'].includes(job.status) ||
    job.cancelRequested ||
    expired ||
    paused ||
    (batch && batch.status !== 'open')
  )
    throw NotNow(
      expired
        ? 'expired'
        : paused
          ? 'paused'
          : batch && batch.status !== 'open'
            ? `batch ${batch.status}`
            : job.status,
    )
  if (await openAttemptOf(context, jobId)) throw NotNow('an attempt is open')
  const n = job.attempts + 1
  await db.execute(
    `INSERT INTO print_attempts (jobId, n, token, state, printerUuid, printerUpTime, bytesSha256, offsetX, offsetY, fence, startedAt)
     VALUES (?, ?, ?, 'prepared', ?, ?, ?, ?, ?, ?, ?)`,
    [
      jobId,
      n,
      token,
      printerUuid ?? null,
      printerUpTime ?? null,
      job.pdfSha256,
      offset ? storedOffset(offset.x) : null,
      offset ? storedOffset(offset.y) : null,
      fence,
      now,
    ],
    tx,
  )
  await updateRecord(
    context,
    printJobs,
    job,
    { attempts: n, status: 'sending', startedAt: job.startedAt ?? now },
    'attempt',
  )
  if (batch?.startedAt === null)
    await db.execute(
      'UPDATE print_batches SET startedAt = ? WHERE id = ? AND startedAt IS NULL',
      [now, job.batchId],
      tx,
    )
  return { n }
}

/** What stands before a job: its printer, and its batch if it has one. */
async function lineOf({ db, tx }: Context, printerId: number, batchId: number | null) {
  const [row] = await db.select(
    `SELECT p.paused, b.status, b.startedAt FROM printers p LEFT JOIN print_batches b ON b.id = ? WHERE p.id = ?`,
    [batchId, printerId],
    tx,
  )
  const batch = row?.status == null ? null : { status: String(row.status), startedAt: row.startedAt }
  return { paused: Boolean(Number(row?.paused)), batch }
}
