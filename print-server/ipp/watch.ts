import type { Attempt } from '../protocol.js'
import { pollDelay } from '../timing.js'
import { askPrinter } from './askPrinter.js'
import { cancelAtPrinter } from './cancelAtPrinter.js'
import { uncertain, type Delivery, type End } from './delivery.js'
import { endOf } from './endOf.js'
import { findJob } from './findJob.js'
import type { PrinterDescription } from './printerDescription.js'
import type { PrinterJob } from './printerJob.js'
import { printerReport, shownReasons } from './waitForPrinter.js'

/**
 * Follows a job that the printer has, until the printer says that it is done. Whose job it is, is checked on every
 * look. A printer that no longer knows the job may have printed it: a person decides.
 */
export async function watch(delivery: Delivery, attempt: Attempt): Promise<End> {
  let cancelAskedAt: number | null = null
  for (let polls = 0; ; polls += 1) {
    const { job, printer } = await askPrinter(delivery, () => look(delivery, attempt))
    delivery.waiting.over()
    await delivery.ledger.printerState(printerReport(printer))
    if (!job) return uncertain(attempt, whyUnknown(attempt, printer))
    const end = endOf(delivery, attempt, job)
    if (end) return end

    const verdict = await delivery.ledger.progress({
      status: job.state.startsWith('processing') ? 'printing' : 'accepted',
      reasons: shownReasons(printer),
      ...(job.impressions !== null && { impressions: job.impressions }),
    })
    const pause = delivery.timing.pollMs[2]
    if (verdict.cancelRequested && (cancelAskedAt === null || Date.now() - cancelAskedAt >= pause)) {
      cancelAskedAt = Date.now()
      delivery.run.checkpoint()
      await askPrinter(delivery, () => cancelAtPrinter(delivery, job.id))
    }
    await delivery.run.sleep(pollDelay(delivery.timing, cancelAskedAt === null ? polls : 0))
  }
}

async function look(
  delivery: Delivery,
  attempt: Attempt,
): Promise<{ job: PrinterJob | null; printer: PrinterDescription }> {
  const job = await findJob(delivery.printer, attempt)
  return { job, printer: await delivery.printer.state() }
}

function whyUnknown(attempt: Attempt, printer: PrinterDescription): string {
  if (attempt.printerUuid !== null && printer.uuid !== null && attempt.printerUuid !== printer.uuid)
    return 'other-printer'
  const restarted =
    attempt.printerUpTime !== null && printer.upTime !== null && printer.upTime < attempt.printerUpTime
  return restarted ? 'printer-restarted' : 'job-unknown'
}
