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
  // Nothing is out in the moment in which it was taken; what an earlier process sent may be.
  if (!delivery.job.attempt) await delivery.run.sleep(pollDelay(delivery.timing, 0))
  for (let polls = 0; ; polls += 1) {
    const { job, end, printer } = await askPrinter(delivery, () => look(delivery, attempt))
    delivery.waiting.over()
    if (printer) await delivery.ledger.printerState(printerReport(printer))
    if (end) return end
    if (!job || !printer) return uncertain(attempt, whyUnknown(attempt, printer))

    const verdict = await delivery.ledger.progress({
      status: job.state.startsWith('processing') ? 'printing' : 'accepted',
      reasons: shownReasons(printer),
      ...(job.impressions !== null && { impressions: job.impressions }),
    })
    const pause = delivery.timing.pollMs[2]
    if (verdict.cancelRequested && (cancelAskedAt === null || performance.now() - cancelAskedAt >= pause)) {
      cancelAskedAt = performance.now()
      delivery.run.checkpoint()
      await askPrinter(delivery, () => cancelAtPrinter(delivery, job.id))
    }
    await delivery.run.sleep(pollDelay(delivery.timing, cancelAskedAt === null ? polls : 0))
  }
}

async function look(
  delivery: Delivery,
  attempt: Attempt,
): Promise<{ job: PrinterJob | null; end: End | null; printer: PrinterDescription | null }> {
  const job = await findJob(delivery.printer, attempt)
  const end = job && endOf(delivery, attempt, job)
  // The papers behind this one ask the printer how it is.
  const printer = end && !delivery.turn.isAlone() ? null : await delivery.printer.state()
  return { job, end, printer }
}

function whyUnknown(attempt: Attempt, printer: PrinterDescription | null): string {
  if (!printer) return 'job-unknown'
  if (attempt.printerUuid !== null && printer.uuid !== null && attempt.printerUuid !== printer.uuid)
    return 'other-printer'
  const restarted =
    attempt.printerUpTime !== null && printer.upTime !== null && printer.upTime < attempt.printerUpTime
  return restarted ? 'printer-restarted' : 'job-unknown'
}
