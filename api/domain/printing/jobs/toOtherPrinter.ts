import type { Action } from '../../../engine/action.js'
import { reference } from '../../../engine/fields/index.js'
import { Conflict, Invalid } from '../../../engine/problems.js'
import { findRecords } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printers, printJobs } from '../../refs.js'
import { openAttemptOf } from './attempts.js'
import { isStalePaper, stalePaper } from '../documents/isStalePaper.js'
import { takesPaper } from '../printers/capabilities.js'
import { moveJob } from './moveJob.js'
import { isPaper } from '../templates/paper.js'
import { queueJob } from './queueJob.js'

/**
 * Sends a job to another printer, while nothing of it has gone to the first one. The job ends there and a new one
 * takes its place: whoever still holds the old one is told to drop it, so the paper can not come out twice.
 */
export const toOtherPrinter: Action = {
  label: say('换打印机', 'Move'),
  icon: 'retry',
  allow: ['clerk', 'warehouse'],
  bulk: true,
  // A sheet of a batch is dealt with in the batch.
  when: { status: ['queued', 'held', 'failed'], batchId: [null] },
  input: { printerId: reference('printers', { label: say('换到', 'Move to'), required: true }) },
  answers: 'print-jobs',
  async run(context, job, { printerId }) {
    if (await openAttemptOf(context, job.id))
      throw Conflict(
        say(
          '上一次发送还没有结果，不能换打印机。',
          'The last attempt has no outcome yet; the job cannot be moved.',
        ),
      )
    if (await isStalePaper(context, job)) throw Conflict(stalePaper)
    const [printer] = await findRecords(context, printers, { id: Number(printerId) })
    if (!printer)
      throw Invalid({
        printerId: say('打印机已不存在，请另选一台。', 'That printer is gone; choose another.'),
      })
    if (printer.id === job.printerId)
      throw Invalid({ printerId: say('任务已经在这台打印机上。', 'The job is at this printer already.') })
    const { paper } = job
    if (!isPaper(paper)) throw new Error('A job without a paper was stored.')
    if (printer.paper === null ? !takesPaper(printer.capabilities, paper) : printer.paper !== paper.name)
      throw Invalid({
        printerId: say(
          `「${printer.name}」打不了这种纸（${paper.widthMm}×${paper.heightMm} mm），请另选一台。`,
          `"${printer.name}" has no paper of ${paper.widthMm}×${paper.heightMm} mm; choose another printer.`,
        ),
      })
    const ended = { status: 'canceled', reasons: [], endedAt: context.now, cancelRequested: false }
    await moveJob(context, job, ended, 'move')
    const { title, documentId, copies, isPart, templateId, pdfSha256, reason, expiresAt } = job
    const wanted = { title, documentId, copies, isPart, templateId, paper, pdfSha256, reason, expiresAt }
    // Nobody has looked at it yet: another printer is no way past that.
    const needsCheck = job.needsCheck === true
    const next = await queueJob(
      context,
      { ...wanted, needsCheck, printer, purpose: purposeOf(job.purpose) },
      'move',
    )
    return { resource: printJobs, id: next.id }
  },
}

const purposes = ['first', 'reprint', 'test-page', 'cover'] as const

const purposeOf = (value: unknown) => purposes.find((purpose) => purpose === value) ?? 'first'
