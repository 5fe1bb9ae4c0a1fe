import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { printJobs } from '../../refs.js'
import { queuePage } from './queuePage.js'

/** Queues ten continuous forms that show whether each starts where it should; answers the new job. */
export const driftPages: Action = {
  label: say('走纸测试', 'Drift test'),
  icon: 'ruler',
  tone: 'neutral',
  allow: ['warehouse', 'admin'],
  when: { paper: ['form-241-half', 'form-241-full', 'form-241-third'] },
  answers: 'print-jobs',
  async run(context, printer) {
    return { resource: printJobs, id: (await queuePage(context, printer, 'drift-page')).id }
  },
}
