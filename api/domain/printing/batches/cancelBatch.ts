import type { Action } from '../../../engine/action.js'
import { findRecords, updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printJobs } from '../../refs.js'
import { openAttemptOf } from '../jobs/attempts.js'
import { moveBatch } from './moveBatch.js'

/**
 * Cancels what is not on paper yet. What the printer already has is only asked back; whatever comes of it stands in
 * its job, and what is uncertain stays to be decided.
 */
export const cancelBatch: Action = {
  label: say('取消整批', 'Cancel the batch'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['clerk', 'warehouse'],
  when: { status: ['assembling', 'open', 'doubtful', 'paused'] },
  confirm: say('取消这一批中还没有印出的单据？', 'Cancel what has not been printed of this batch?'),
  async run(context, batch) {
    // First, so that the jobs below find a batch that no longer follows them.
    const answer = await moveBatch(context, batch, { status: 'canceled', endedAt: context.now }, 'cancel')
    const open = ['queued', 'held', 'rendering', 'sending', 'accepted', 'printing']
    const jobs = await findRecords(context, printJobs, { batchId: batch.id, status: open }, { lock: true })
    for (const job of jobs) {
      const changes = (await openAttemptOf(context, job.id))
        ? { cancelRequested: true }
        : { status: 'canceled', reasons: [], endedAt: context.now, cancelRequested: false }
      await updateRecord(context, printJobs, job, changes, 'cancel')
    }
    return answer
  },
}
