import type { Action } from '../../engine/action.js'
import { Conflict } from '../../engine/problems.js'
import { insertRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { reasonInput } from '../orders/reasonInput.js'
import { printJobs } from '../refs.js'

/** Prints the archived bytes again. That it is a 补打, and why, stands in the ledger; the paper is not altered. */
export const reprintJob: Action = {
  label: say('补打', 'Reprint'),
  icon: 'print',
  allow: ['clerk', 'warehouse'],
  when: { status: ['printed', 'failed', 'canceled', 'expired'] },
  input: reasonInput,
  answers: 'print-jobs',
  async run(context, job, { reason }) {
    const [row] = await context.db.select(
      'SELECT status FROM documents WHERE id = ?',
      [Number(job.documentId ?? 0)],
      context.tx,
    )
    if (row && row.status !== 'issued')
      throw Conflict(
        say('单据已失效或作废,不能补打。', 'The document is superseded or void and cannot be printed again.'),
      )
    const { title, printerId, documentId, copies, templateId, paper, pdfSha256 } = job
    const again = await insertRecord(
      context,
      printJobs,
      {
        title,
        printerId,
        documentId,
        copies,
        templateId,
        paper,
        pdfSha256,
        status: 'queued',
        evidence: pdfSha256 ? 'rendered' : 'none',
        purpose: 'reprint',
        reason,
        reasons: [],
        attempts: 0,
        requestedBy: context.who.kind === 'user' ? context.who.id : null,
      },
      'reprint',
    )
    return { resource: printJobs, id: again.id }
  },
}
