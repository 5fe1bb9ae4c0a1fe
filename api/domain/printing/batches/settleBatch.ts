import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { printBatches } from '../../refs.js'
import { finalStates } from '../jobs/printJobLifecycle.js'
import type { BatchState } from './batchStates.js'

const following: readonly string[] = ['open', 'doubtful', 'done', 'incomplete'] satisfies BatchState[]

/** Brings a batch's state up to its jobs; one that is being made ready, paused or cancelled stays so. */
export async function settleBatch(
  context: Context,
  batchId: number,
  { before, after }: { before: unknown; after: unknown },
): Promise<void> {
  // A job on its way neither ends its batch nor stops it, and this is asked at every step of every job.
  if (isOnItsWay(before) && isOnItsWay(after)) return
  const batch = await lockRecord(context, printBatches, batchId)
  if (!following.includes(batch.status)) return
  const status = await stateOfJobs(context, batchId)
  if (status === batch.status) return
  const isOver = status === 'done' || status === 'incomplete'
  await updateRecord(context, printBatches, batch, { status, endedAt: isOver ? context.now : null }, status)
}

const isOnItsWay = (status: unknown) => !finalStates.includes(String(status))

/** What the jobs of a batch make of it. */
export async function stateOfJobs({ db, tx }: Context, batchId: number): Promise<BatchState> {
  const rows = await db.select('SELECT DISTINCT status FROM print_jobs WHERE batchId = ?', [batchId], tx)
  const states = rows.map((row) => String(row.status))
  if (states.includes('uncertain')) return 'doubtful'
  if (!states.every((state) => finalStates.includes(state))) return 'open'
  return states.every((state) => state === 'printed') ? 'done' : 'incomplete'
}
