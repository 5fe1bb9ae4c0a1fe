import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { moveBatch } from './moveBatch.js'

/** Keeps back what was not sent yet; what the printer has, it finishes. */
export const pauseBatch: Action = {
  label: say('暂停', 'Pause'),
  icon: 'pause',
  tone: 'neutral',
  allow: ['clerk', 'warehouse'],
  when: { status: ['open', 'doubtful'] },
  run: (context, batch) => moveBatch(context, batch, { status: 'paused' }, 'pause'),
}
