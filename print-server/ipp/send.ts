import { randomBytes } from 'node:crypto'
import type { Attempt, Verdict } from '../protocol.js'
import { record, type Delivery, type End } from './delivery.js'
import { jobName } from './jobName.js'
import { jobTemplate } from './jobTemplate.js'
import type { Sheets } from './ippPrinter.js'
import type { PrinterDescription } from './printerDescription.js'
import { createFailed, documentFailed } from './sendFailed.js'
import { sheetsFor } from './sheetsFor.js'
import { waitForPrinter } from './waitForPrinter.js'

/** Opens an attempt and carries it as far as the printer takes it; what is left open is for `recover` or `watch`. */
export async function send(delivery: Delivery): Promise<End | null> {
  // Drawn before the printer is asked, so that what it answers is fresh.
  await delivery.pdf()
  const printer = await waitForPrinter(delivery)
  const sheets = await sheetsFor(delivery, printer)
  delivery.documentBytes = sheets.bytes.length
  delivery.run.checkpoint()
  const attempt = await delivery.ledger.open(randomBytes(4).toString('hex'), printer)
  delivery.attempt = attempt
  delivery.mayBeCut = false
  if (printer.takesJobsInTwoSteps) await sendInTwoSteps(delivery, attempt, printer, sheets)
  else await sendInOneStep(delivery, attempt, printer, sheets)
  return null
}

async function sendInTwoSteps(
  delivery: Delivery,
  prepared: Attempt,
  printer: PrinterDescription,
  sheets: Sheets,
): Promise<void> {
  const { job, run } = delivery
  run.checkpoint()
  const created = await delivery.printer
    .createJob(jobName(job.title, prepared.token), jobTemplate(job.paper, printer, delivery.tray))
    .catch((error: unknown) => createFailed(delivery, prepared, error))
  if (!created) return
  const attempt = { ...prepared, ippJobId: created.id, ippJobUuid: created.uuid }
  const note = created.ignored.length > 0 ? `ignored: ${created.ignored.join(' ')}` : undefined
  const welcome = await record(delivery, attempt, 'sending', { status: 'sending', reasons: [] }, note)
  if (isUnwanted(welcome)) {
    delivery.attempt = { ...attempt, state: 'created' }
    return
  }
  run.checkpoint()
  try {
    await delivery.printer.sendDocument(created.id, sheets)
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
  sheets: Sheets,
): Promise<void> {
  const { job, run } = delivery
  const welcome = await record(delivery, prepared, 'sending', { status: 'sending', reasons: [] })
  if (isUnwanted(welcome)) {
    delivery.attempt = prepared
    return
  }
  run.checkpoint()
  const sent = await delivery.printer
    .printJob(jobName(job.title, prepared.token), jobTemplate(job.paper, printer, delivery.tray), sheets)
    .catch((error: unknown) => createFailed(delivery, { ...prepared, state: 'sending' }, error))
  if (sent) await accepted(delivery, { ...prepared, ippJobId: sent.id, ippJobUuid: sent.uuid })
}

async function accepted(delivery: Delivery, attempt: Attempt): Promise<void> {
  // The next paper need not wait until this is stored: after a fall it is found at the printer by its number.
  delivery.turn.accepted()
  await record(delivery, attempt, 'accepted', { status: 'accepted' })
  delivery.waiting.over()
  delivery.resends = 0
}

/** Nothing printable has left us yet, so recovery cancels what is at the printer and ends the attempt. */
function isUnwanted(verdict: Verdict): boolean {
  return verdict.stop || verdict.cancelRequested
}
