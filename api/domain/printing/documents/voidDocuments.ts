import type { Context } from '../../../engine/context.js'
import { findRecords, updateRecord, type Matching } from '../../../engine/records.js'
import { voidNumber } from '../../numbers/takeNumber.js'
import { documents, printJobs } from '../../refs.js'
import { openAttemptOf } from '../jobs/attempts.js'
import { withdrawCopies } from '../copies/withdrawCopies.js'

/** Voids papers: their numbers stay, with the reason, and what still waits in the queue is not printed. */
export async function voidDocuments(context: Context, where: Matching, reason: string): Promise<void> {
  for (const document of await findRecords(context, documents, where)) {
    if (document.status === 'void') continue
    await updateRecord(context, documents, document, { status: 'void', voidReason: reason }, 'void')
    await voidNumber(context, document.no, reason)
    await withdrawJobs(context, document.id)
    await withdrawCopies(context, document.id)
  }
}

/** Cancels the jobs of a document that have not ended. */
export async function withdrawJobs(context: Context, documentId: number): Promise<void> {
  const open = ['queued', 'held', 'rendering', 'sending', 'accepted', 'printing']
  for (const job of await findRecords(context, printJobs, { documentId, status: open }, { lock: true })) {
    const underway = await openAttemptOf(context, job.id)
    const changes = underway
      ? { cancelRequested: true }
      : { status: 'canceled', reasons: [], endedAt: context.now }
    await updateRecord(context, printJobs, job, changes, 'cancel')
  }
}
