import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { moveJob } from './moveJob.js'

export const releaseJob: Action = {
  label: say('放行', 'Release'),
  icon: 'resume',
  tone: 'primary',
  allow: ['clerk', 'warehouse'],
  when: { status: ['held'], needsCheck: [false] },
  bulk: true,
  run: (context, job) => moveJob(context, job, { status: 'queued' }, 'release'),
}
