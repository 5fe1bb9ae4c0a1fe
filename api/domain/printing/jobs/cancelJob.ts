import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { openAttemptOf } from './attempts.js'
import { moveJob } from './moveJob.js'

/**
 * Cancels a job. Where the printer may already have it, the cancellation is only asked for: the print server takes
 * it up with the printer and reports how it ended.
 */
export const cancelJob: Action = {
  label: say('取消打印', 'Cancel'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['clerk', 'warehouse'],
  bulk: true,
  confirm: say('取消这个打印任务？', 'Cancel this print job?'),
  async run(context, job) {
    const underway = await openAttemptOf(context, job.id)
    const changes = underway
      ? { cancelRequested: true }
      : { status: 'canceled', reasons: [], endedAt: context.now, cancelRequested: false }
    return moveJob(context, job, changes, 'cancel')
  },
}
