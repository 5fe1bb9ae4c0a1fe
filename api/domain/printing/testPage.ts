import type { Action } from '../../engine/action.js'
import { Conflict } from '../../engine/problems.js'
import { say } from '../../engine/text.js'
import { printJobs } from '../refs.js'
import { currentTemplate } from './currentTemplate.js'
import { paperFor } from './paper.js'
import { queueJob } from './queueJob.js'

/** Queues a test page with rulers; answers the new job. */
export const testPage: Action = {
  label: say('打印测试页', 'Test page'),
  icon: 'print',
  allow: ['warehouse', 'admin'],
  answers: 'print-jobs',
  async run(context, printer) {
    const template = await currentTemplate(context, 'test-page')
    if (!template) throw Conflict(say('没有测试页模板。', 'There is no template for the test page.'))
    const job = await queueJob(context, {
      title: `测试页 ${String(printer.name)}`,
      printer,
      copies: [],
      templateId: template.id,
      paper: paperFor(template.papers, printer.paper === null ? null : String(printer.paper)),
      purpose: 'test-page',
    })
    return { resource: printJobs, id: job.id }
  },
}
