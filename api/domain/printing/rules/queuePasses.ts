import type { Context } from '../../../engine/context.js'
import { queueJob, type WantedJob } from '../jobs/queueJob.js'
import type { Pass } from './planPasses.js'

/** One job for each printer of a new paper. `copies` are the ids of all its copies, in the order of the plan. */
export async function queuePasses(
  context: Context,
  passes: Pass[],
  copies: number[],
  plan: readonly { name: string }[],
  job: Omit<WantedJob, 'printer' | 'copies'>,
): Promise<void> {
  for (const { printer, tray, copies: mine, round } of passes)
    await queueJob(context, {
      ...job,
      ...(passes.length > 1 && { title: [job.title, ...mine.map((at) => plan[at]?.name)].join(' ') }),
      printer,
      tray,
      copies: mine.map((at) => copies[at]),
      isPart: passes.length > 1,
      ...(round !== null && { batchPlace: round }),
    })
}
