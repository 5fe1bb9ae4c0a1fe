import type { Attempt } from '../protocol.js'
import type { IppPrinter } from './ippPrinter.js'
import type { PrinterJob } from './printerJob.js'

/**
 * The attempt's job at the printer, or null when the printer does not know it. Numbers are given out again after a
 * restart, so a number counts only together with the token in the job-name or the uuid that the printer gave.
 */
export async function findJob(printer: IppPrinter, attempt: Attempt): Promise<PrinterJob | null> {
  const job = attempt.ippJobId === null ? null : await printer.job(attempt.ippJobId)
  if (job && belongsTo(job, attempt)) return job
  const jobs = await printer.jobs()
  return jobs.find((candidate) => belongsTo(candidate, attempt)) ?? null
}

function belongsTo(job: PrinterJob, attempt: Attempt): boolean {
  if (job.name.includes(attempt.token)) return true
  return attempt.ippJobUuid !== null && job.uuid === attempt.ippJobUuid
}
