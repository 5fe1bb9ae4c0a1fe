import type { Context } from '../../../engine/context.js'
import { queueJob, type WantedJob } from '../queueJob.js'
import type { Pass } from './planPasses.js'

/** One job for each printer of a new paper. `copies` are the ids of all its copies, in the order of the plan. */
export async function queuePasses(
  context: Context,
  passes: Pass[],
  copies: number[],
  job: Omit<WantedJob, 'printer' | 'copies'>,
): Promise<void> {
  for (const { printer, tray, copies: mine } of passes)
    await queueJob(context, {
      ...job,
      printer,
      tray,
      copies: mine.map((at) => copies[at]),
      isPart: passes.length > 1,
    })
}
