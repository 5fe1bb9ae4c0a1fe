import type { Action } from '../../../engine/action.js'
import { Conflict } from '../../../engine/problems.js'
import { findRecords } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { reasonInput } from '../../orders/reasonInput.js'
import { printers, printJobs } from '../../refs.js'
import { isStalePaper, stalePaper } from '../documents/isStalePaper.js'
import { queueJob } from './queueJob.js'

/** Prints the archived bytes again. That it is a 补打, and why, stands in the ledger; the paper is not altered. */
export const reprintJob: Action = {
  label: say('补打', 'Reprint'),
  icon: 'print',
  allow: ['clerk', 'warehouse'],
  when: { status: ['printed', 'failed', 'canceled', 'expired'] },
  input: reasonInput,
  answers: 'print-jobs',
  async run(context, job, { reason }) {
    if (await isStalePaper(context, job)) throw Conflict(stalePaper)
    if (job.needsCheck)
      throw Conflict(
        say(
          '首次打印前的核对还没有做，请用「重试」再核对。',
          'It was never checked; try it again and check it.',
        ),
      )
    const { title, printerId, documentId, copies, tray, isPart, templateId, paper, pdfSha256 } = job
    const [printer] = await findRecords(context, printers, { id: Number(printerId) })
    if (!printer)
      throw Conflict(say('打印机已不存在，不能补打。', 'That printer is gone; it cannot print this again.'))
    const wanted = { title, printer, documentId, copies, tray, isPart, templateId, paper, pdfSha256, reason }
    const again = await queueJob(context, { ...wanted, purpose: 'reprint' }, 'reprint')
    return { resource: printJobs, id: again.id }
  },
}
