import type { Logger } from 'pino'
import type { ApiClient } from '../apiClient.js'
import { IppPrinter } from '../ipp/ippPrinter.js'
import { printerAddress } from '../ipp/printerAddress.js'
import { troubleOf } from '../ipp/troubleOf.js'
import { printerReport } from '../ipp/waitForPrinter.js'
import type { ClaimedPrinter, Look } from '../protocol.js'
import { sleepUnlessAborted } from '../run.js'
import type { Timing } from '../timing.js'

interface Caretaker {
  api: Pick<ApiClient, 'duePrinters' | 'look'>
  timing: Timing
  log: Logger
  drain: AbortSignal
}

const AT_A_TIME = 8

/**
 * Asks the printers of the site how they are, also those that are paused or have nothing to print, until `drain`. It
 * only asks, so it needs no lease and disturbs no job.
 */
export async function lookAfter({ api, timing, log, drain }: Caretaker): Promise<void> {
  while (!drain.aborted) {
    // Away is what the claims notice and log.
    const due = await api.duePrinters(drain).catch(() => [])
    const looking = async () => {
      for (let printer = due.pop(); printer && !drain.aborted; printer = due.pop()) {
        const look = await lookAt(printer, timing, drain)
        await api
          .look(printer.id, look, drain)
          .catch(() => log.warn({ printerId: printer?.id }, 'a look was not stored'))
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, looking))
    await sleepUnlessAborted(timing.lookEveryMs, [drain])
  }
}

/** What the printer says of itself, or why it says nothing. */
async function lookAt(printer: ClaimedPrinter, timing: Timing, signal: AbortSignal): Promise<Look> {
  const address = printerAddress(printer)
  if (!address) return { status: 'unreachable', reasons: ['unreachable'] }
  try {
    const { description, capabilities } = await new IppPrinter(address, timing.printer, signal).look()
    const report = printerReport(description)
    return description.accepting
      ? { ...report, capabilities }
      : { ...report, reasons: [...new Set([...report.reasons, 'not-accepting'])], capabilities }
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble.kind !== 'wait') return { status: 'unreachable', reasons: ['unreachable'] }
    const { reason, certificate } = trouble
    return { status: 'unreachable', reasons: [reason], ...(certificate && { certificate }) }
  }
}
