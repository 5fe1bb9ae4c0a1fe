import type { Action } from '../../../engine/action.js'
import { say } from '../../../engine/text.js'
import { printJobs } from '../../refs.js'
import { queuePage } from './queuePage.js'

/** Queues a test page with rulers; answers the new job. */
export const testPage: Action = {
  label: say('打印测试页', 'Test page'),
  icon: 'print',
  tone: 'neutral',
  allow: ['warehouse', 'admin'],
  answers: 'print-jobs',
  async run(context, printer) {
    return { resource: printJobs, id: (await queuePage(context, printer, 'test-page')).id }
  },
}
