import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { moveJob } from './moveJob.js'

/** Keeps a waiting job back until it is released. */
export const holdJob: Action = {
  label: say('挂起', 'Hold'),
  icon: 'pause',
  allow: ['clerk', 'warehouse'],
  bulk: true,
  run: (context, job) => moveJob(context, job, { status: 'held', reasons: [] }, 'hold'),
}
