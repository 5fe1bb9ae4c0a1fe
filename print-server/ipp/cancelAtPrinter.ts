import type { Delivery } from './delivery.js'
import { IppError } from './ippError.js'

/** Cancel-Job. A printer that refuses has usually finished the job: the next look tells, so that is no error here. */
export async function cancelAtPrinter(delivery: Delivery, jobId: number): Promise<void> {
  try {
    await delivery.printer.cancelJob(jobId)
  } catch (error) {
    if (error instanceof IppError && error.status !== null) return
    throw error
  }
}
