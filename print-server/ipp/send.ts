import { randomBytes } from 'node:crypto'
import type { Attempt, Verdict } from '../protocol.js'
import { Ended, record, type Delivery, type End } from './delivery.js'
import { jobName } from './jobName.js'
import { jobTemplate } from './jobTemplate.js'
import type { PrinterDescription } from './printerDescription.js'
import { createFailed, documentFailed } from './sendFailed.js'
import { waitForPrinter } from './waitForPrinter.js'

const FORMAT = 'application/pdf'

/** Opens an attempt and carries it as far as the printer takes it; what is left open is for `recover` or `watch`. */
export async function send(delivery: Delivery): Promise<End | null> {
  const pdf = await delivery.pdf()
  delivery.documentBytes = pdf.length
  const printer = await waitForPrinter(delivery)
  refuseUnfit(printer)
  delivery.run.checkpoint()
  const attempt = await delivery.ledger.open(randomBytes(4).toString('hex'), printer)
  delivery.attempt = attempt
  delivery.mayBeCut = false
  if (printer.takesJobsInTwoSteps) await sendInTwoSteps(delivery, attempt, printer, pdf)
  else await sendInOneStep(delivery, attempt, printer, pdf)
  return null
}

/** No other format is made here: the person is told what the printer takes instead. */
function refuseUnfit(printer: PrinterDescription): void {
  const takesPdf = printer.formats.length === 0 || printer.formats.includes(FORMAT)
  if (takesPdf && printer.canPrint) return
  const detail = takesPdf ? 'no Print-Job, no Create-Job' : printer.formats.join(', ')
  throw new Ended({ outcome: 'failed', report: { error: { code: 'unsupported-printer', detail } } })
}

async function sendInTwoSteps(
  delivery: Delivery,
  prepared: Attempt,
  printer: PrinterDescription,
  pdf: Buffer,
): Promise<void> {
  const { job, run } = delivery
  run.checkpoint()
  const created = await delivery.printer
    .createJob(jobName(job.title, prepared.token), jobTemplate(job.paper, printer))
    .catch((error: unknown) => createFailed(delivery, prepared, error))
  if (!created) return
  const attempt = { ...prepared, ippJobId: created.id, ippJobUuid: created.uuid }
  const note = created.ignored.length > 0 ? `ignored: ${created.ignored.join(' ')}` : undefined
  const welcome = await record(delivery, attempt, 'created', {}, note)
  if (isUnwanted(welcome)) return
  const stillWelcome = await record(delivery, attempt, 'sending', { status: 'sending', reasons: [] })
  if (isUnwanted(stillWelcome)) {
    delivery.attempt = { ...attempt, state: 'created' }
    return
  }
  run.checkpoint()
  try {
    await delivery.printer.sendDocument(created.id, pdf)
  } catch (error) {
    return documentFailed(delivery, { ...attempt, state: 'sending' }, error)
  }
  await accepted(delivery, attempt)
}

/** For printers without Create-Job: nothing is known of the job until it is sent whole, so a fault ends in doubt more often. */
async function sendInOneStep(
  delivery: Delivery,
  prepared: Attempt,
  printer: PrinterDescription,
  pdf: Buffer,
): Promise<void> {
  const { job, run } = delivery
  const welcome = await record(delivery, prepared, 'sending', { status: 'sending', reasons: [] })
  if (isUnwanted(welcome)) {
    delivery.attempt = prepared
    return
  }
  run.checkpoint()
  const sent = await delivery.printer
    .printJob(jobName(job.title, prepared.token), jobTemplate(job.paper, printer), pdf)
    .catch((error: unknown) => createFailed(delivery, { ...prepared, state: 'sending' }, error))
  if (sent) await accepted(delivery, { ...prepared, ippJobId: sent.id, ippJobUuid: sent.uuid })
}

async function accepted(delivery: Delivery, attempt: Attempt): Promise<void> {
  await record(delivery, attempt, 'accepted', { status: 'accepted' })
  delivery.waiting.over()
  delivery.resends = 0
}

/** Nothing printable has left us yet, so recovery cancels what is at the printer and ends the attempt. */
function isUnwanted(verdict: Verdict): boolean {
  return verdict.stop || verdict.cancelRequested
}
