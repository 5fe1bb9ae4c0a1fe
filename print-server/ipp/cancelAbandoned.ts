import { cancelAtPrinter } from './cancelAtPrinter.js'
import type { Delivery } from './delivery.js'
import { IppError } from './ippError.js'
import { waitsForDocument } from './printerJob.js'

/**
 * A printer that hung may make the empty job of a Create-Job long after we gave that attempt up, and some then stay
 * busy for everybody until it is canceled. Only jobs with a token of this delivery are touched.
 */
export async function cancelAbandoned(delivery: Delivery): Promise<void> {
  if (delivery.abandoned.length === 0) return
  try {
    for (const job of await delivery.printer.jobs()) {
      const isOurs = delivery.abandoned.some((attempt) => job.name.includes(attempt.token))
      if (isOurs && waitsForDocument(job)) await cancelAtPrinter(delivery, job.id)
    }
  } catch (error) {
    // The next refusal brings us here again.
    if (!(error instanceof IppError)) throw error
    delivery.run.checkpoint()
  }
}
