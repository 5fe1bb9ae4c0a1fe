import type { Action } from '../../../engine/action.js'
import { Conflict } from '../../../engine/problems.js'
import { say } from '../../../engine/text.js'
import { openAttemptOf } from './attempts.js'
import { isStalePaper, stalePaper } from '../documents/isStalePaper.js'
import { moveJob } from './moveJob.js'
import { queuedAgain } from './queuedAgain.js'
import { refuseTwice } from './refuseTwice.js'

/** Queues a job again that ended without paper. */
export const retryJob: Action = {
  label: say('重试', 'Retry'),
  icon: 'retry',
  tone: 'primary',
  allow: ['clerk', 'warehouse'],
  bulk: true,
  async run(context, job) {
    if (await openAttemptOf(context, job.id))
      throw Conflict(
        say(
          '上一次发送还没有结果，不能重试。',
          'The last attempt has no outcome yet; it cannot be tried again.',
        ),
      )
    if (await isStalePaper(context, job)) throw Conflict(stalePaper)
    await refuseTwice(context, job)
    return moveJob(context, job, queuedAgain(job), 'retry')
  },
}
