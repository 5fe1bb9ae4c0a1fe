import type { Context } from '../../../engine/context.js'
import { findRecords, updateRecord } from '../../../engine/records.js'
import { printJobs } from '../../refs.js'

/** Tells the jobs that still wait for a printer why they do; an empty list when they no longer need to. */
export async function tellWaiting(context: Context, printerId: number, reasons: string[]): Promise<void> {
  for (const job of await findRecords(context, printJobs, { printerId, status: 'queued' }, { lock: true }))
    if (JSON.stringify(job.reasons ?? []) !== JSON.stringify(reasons))
      await updateRecord(context, printJobs, job, { reasons }, 'wait')
}
