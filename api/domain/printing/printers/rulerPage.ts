import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { printJobs } from '../../refs.js'
import { queuePage } from './queuePage.js'

/** Queues a page with millimetre scales on all four edges, from which the offset is read; answers the new job. */
export const rulerPage: Action = {
  label: say('标尺页', 'Ruler page'),
  icon: 'ruler',
  tone: 'neutral',
  allow: ['warehouse', 'admin'],
  answers: 'print-jobs',
  async run(context, printer) {
    return { resource: printJobs, id: (await queuePage(context, printer, 'ruler-page')).id }
  },
}
