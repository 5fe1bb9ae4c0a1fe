import type { Action } from '../../../engine/action.js'
import { findRecords, updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printBatches, printJobs } from '../../refs.js'
import { openAttemptOf } from '../jobs/attempts.js'
import { isStalePaper } from '../documents/isStalePaper.js'
import { queuedAgain } from '../jobs/queuedAgain.js'
import { moveBatch } from './moveBatch.js'

/** Queues again, each in its place, what ended without paper; papers that are no longer valid stay out. */
export const retryBatch: Action = {
  label: say('续打未印出的', 'Print what is missing'),
  icon: 'retry',
  tone: 'primary',
  allow: ['clerk', 'warehouse'],
  when: { status: ['incomplete', 'canceled'] },
  async run(context, batch) {
    await moveBatch(context, batch, { status: 'open', endedAt: null }, 'retry')
    const ended = ['failed', 'canceled', 'expired']
    for (const job of await findRecords(
      context,
      printJobs,
      { batchId: batch.id, status: ended },
      { lock: true },
    ))
      if (!(await openAttemptOf(context, job.id)) && !(await isStalePaper(context, job)))
        await updateRecord(context, printJobs, job, queuedAgain(job), 'retry')
    return { resource: printBatches, id: batch.id }
  },
}
