import type { Attempt, Report } from '../protocol.js'
import { uncertain, type Delivery, type End } from './delivery.js'
import type { PrinterJob } from './printerJob.js'

/** The end that the printer reports for a job that it has had whole, or null while it is still at it. */
export function endOf(delivery: Delivery, attempt: Attempt, job: PrinterJob): End | null {
  const counted: Report = job.impressions === null ? {} : { impressions: job.impressions }
  switch (job.state) {
    case 'completed': {
      const mayBeCut = delivery.mayBeCut && !isWhole(delivery, job)
      return { outcome: 'printed', report: { ...counted, ...(mayBeCut && { possiblyIncomplete: true }) } }
    }
    case 'canceled':
      return { outcome: 'canceled', report: counted }
    case 'aborted':
      return job.impressions === 0
        ? { outcome: 'failed', report: { error: { code: 'aborted', detail: job.reasons.join(' ') } } }
        : { outcome: 'uncertain', report: { ...uncertain(attempt, 'aborted').report, ...counted } }
    default:
      return null
  }
}

/**
 * Few printers say how much of the document they have; where they do, it settles whether the upload was whole. The size
 * must be the very one: after a restart only the PDF's is known, and a larger raster of it may have been cut.
 */
export function isWhole(delivery: Delivery, job: PrinterJob): boolean {
  const { documentBytes } = delivery
  return documentBytes !== null && job.kOctets !== null && job.kOctets === Math.ceil(documentBytes / 1024)
}
