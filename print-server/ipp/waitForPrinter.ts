import { askPrinter } from './askPrinter.js'
import type { Delivery } from './delivery.js'
import type { PrinterDescription } from './printerDescription.js'

/** Waits until the printer would take a job, and answers what it says about itself. */
export async function waitForPrinter(delivery: Delivery): Promise<PrinterDescription> {
  for (;;) {
    const printer = await askPrinter(delivery, () => delivery.printer.describe())
    await delivery.ledger.printerState(printerReport(printer))
    const reasons = whyNot(delivery, printer)
    if (reasons.length === 0) return printer
    await delivery.waiting.because(reasons, { stage: 'idle', answering: true })
  }
}

export function printerReport(
  printer: PrinterDescription,
): Parameters<Delivery['ledger']['printerState']>[0] {
  return {
    status: printer.state,
    reasons: shownReasons(printer),
    ...(printer.uuid !== null && { uuid: printer.uuid }),
    ...(printer.upTime !== null && { upTime: printer.upTime }),
    ...(printer.info !== null && { info: printer.info }),
  }
}

/** A stopped printer that gives no reason was stopped by hand. */
export function shownReasons(printer: PrinterDescription): string[] {
  return printer.state === 'stopped' && printer.reasons.length === 0 ? ['paused'] : printer.reasons
}

function whyNot(delivery: Delivery, printer: PrinterDescription): string[] {
  if (!printer.accepting) return ['not-accepting']
  if (printer.state === 'stopped') return shownReasons(printer)
  if (printer.state === 'idle' || delivery.busyLooks === 0) return []
  delivery.busyLooks -= 1
  return ['busy']
}
