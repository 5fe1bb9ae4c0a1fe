import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { moveBatch } from './moveBatch.js'
import { stateOfJobs } from './settleBatch.js'

/** Goes on where the batch stopped. */
export const resumeBatch: Action = {
  label: say('继续', 'Resume'),
  icon: 'resume',
  tone: 'primary',
  allow: ['clerk', 'warehouse'],
  when: { status: ['paused'] },
  run: async (context, batch) =>
    moveBatch(context, batch, { status: await stateOfJobs(context, batch.id) }, 'resume'),
}
