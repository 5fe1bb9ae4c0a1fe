import type { Context } from '../../../engine/context.js'
import { updateRecord } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { printJobs } from '../../refs.js'

/** Stores a person's decision about a job; answers it. */
export async function moveJob(
  context: Context,
  job: Stored & { id: number },
  changes: Stored,
  action: string,
) {
  await updateRecord(context, printJobs, { ...job, version: Number(job.version) }, changes, action)
  return { resource: printJobs, id: job.id }
}
