import type { Attempt } from '../protocol.js'
import { askPrinter } from './askPrinter.js'
import { cancelAtPrinter } from './cancelAtPrinter.js'
import { decideRecovery } from './decideRecovery.js'
import { record, uncertain, type Delivery, type End } from './delivery.js'
import { endOf, isWhole } from './endOf.js'
import { findJob } from './findJob.js'
import type { PrinterJob } from './printerJob.js'

const MOST_RESENDS = 5
const MOST_CANCELS = 10

/** Finds out what became of an attempt whose document did not surely arrive, and acts on it. */
export async function recover(delivery: Delivery, attempt: Attempt): Promise<End | null> {
  const job = await askPrinter(delivery, () => findJob(delivery.printer, attempt))
  delivery.waiting.over()
  const recovery = decideRecovery(attempt.state, job)
  switch (recovery.act) {
    case 'resend':
      return resend(delivery, attempt, recovery.note)
    case 'cancel':
      return cancelEmptyJob(delivery, attempt, recovery.job)
    case 'adopt':
      return adopt(delivery, attempt, recovery.job)
    case 'uncertain':
      return uncertain(attempt, recovery.note)
    default:
      return endOf(delivery, attempt, recovery.job)
  }
}

async function resend(delivery: Delivery, attempt: Attempt, note: string): Promise<End | null> {
  const verdict = await delivery.ledger.commit({
    status: 'queued',
    attempt: { n: attempt.n, ended: true, note },
  })
  delivery.attempt = null
  delivery.abandoned.push(attempt)
  if (verdict.cancelRequested) return { outcome: 'canceled' }
  if (verdict.stop) return { outcome: 'dropped' }
  if (delivery.resends >= MOST_RESENDS) {
    return { outcome: 'failed', report: { error: { code: 'aborted', detail: note } } }
  }
  await delivery.run.sleep(delivery.resends * delivery.timing.wait.firstMs)
  delivery.resends += 1
  return null
}

/** Stored as `created` first: a job that is found canceled later is then known to be our own doing, not a person's. */
async function cancelEmptyJob(delivery: Delivery, attempt: Attempt, job: PrinterJob): Promise<End | null> {
  if (delivery.cancels >= MOST_CANCELS) return uncertain(attempt, 'not-cancelable')
  if (delivery.cancels > 0) await delivery.run.sleep(delivery.timing.pollMs[0])
  delivery.cancels += 1
  await record(delivery, { ...attempt, ippJobId: job.id }, 'created')
  delivery.run.checkpoint()
  await askPrinter(delivery, () => cancelAtPrinter(delivery, job.id))
  return null
}

async function adopt(delivery: Delivery, attempt: Attempt, job: PrinterJob): Promise<null> {
  const found = { ...attempt, ippJobId: job.id, ippJobUuid: job.uuid }
  const mayBeCut = delivery.mayBeCut && !isWhole(delivery, job)
  await record(delivery, found, 'accepted', {
    status: 'accepted',
    reasons: [],
    ...(mayBeCut && { possiblyIncomplete: true }),
  })
  return null
}
