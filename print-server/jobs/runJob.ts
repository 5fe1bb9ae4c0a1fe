import { deliver } from '../ipp/deliver.js'
import type { Outcome, Turn } from '../ipp/delivery.js'
import { IppPrinter } from '../ipp/ippPrinter.js'
import { printerAddress, type PrinterAddress } from '../ipp/printerAddress.js'
import type { Stage } from '../ipp/waiting.js'
import type { ClaimedJob } from '../protocol.js'
import type { RasterTarget } from '../raster/rasterTarget.js'
import type { Run } from '../run.js'
import { isShift, shiftPages } from '../render/shiftPages.js'
import { archivedPdf } from './archivedPdf.js'
import { JobLedger, type PrinterMemory } from './jobLedger.js'
import type { PrinterContext } from './printerContext.js'

/** Takes one job of a leased printer to its end. `address` is null when the printer's URI names no printer. */
export async function runJob(
  context: PrinterContext,
  job: ClaimedJob,
  address: PrinterAddress | null,
  memory: PrinterMemory,
  run: Run,
  turn: Turn,
): Promise<Outcome> {
  const { api, lease, timing, metrics } = context
  const ledger = new JobLedger(api, lease, job.id, memory, timing.heartbeatMs, run.signal)
  const stopTimer = metrics.jobSeconds.startTimer()
  const outcome = await begin(context, job, address, ledger, memory, run, turn)
  stopTimer()
  metrics.jobs.inc({ outcome })
  return outcome
}

async function begin(
  context: PrinterContext,
  job: ClaimedJob,
  address: PrinterAddress | null,
  ledger: JobLedger,
  memory: PrinterMemory,
  run: Run,
  turn: Turn,
): Promise<Outcome> {
  if (job.cancelRequested && !job.attempt) {
    await ledger.commit({ status: 'canceled' })
    return 'canceled'
  }
  if (!address) {
    const attempt = job.attempt && { n: job.attempt.n, ended: true }
    const error = { code: 'unsupported-printer', detail: 'uri' } as const
    // With an attempt under way elsewhere nobody can say what became of it.
    await ledger.commit({ status: attempt ? 'uncertain' : 'failed', error, ...(attempt && { attempt }) })
    return attempt ? 'uncertain' : 'failed'
  }
  const printer = new IppPrinter(address, context.timing.printer, run.signal)
  const readdress = async (stage: Stage) => {
    // Unknown or away: it stays as it was.
    const now = await context.api.printer(context.lease.printerId, run.signal).catch(() => null)
    const changed = now && printerAddress(now)
    if (changed && stage === 'idle') printer.readdress(changed)
    else if (changed) printer.signInAs(changed)
  }
  const { offset } = memory
  const pdf = once(async () => shiftPages(await archivedPdf(context, job, ledger, run), offset))
  const knownBytes = isShift(offset) ? null : (job.pdf?.bytes ?? null)
  const rasterize = (bytes: Buffer, target: RasterTarget) =>
    context.rasterizer
      .rasterize({ pdf: bytes, paper: job.paper, target }, context.stop)
      .catch((error: unknown) => {
        run.checkpoint()
        throw error
      })
  const { timing } = context
  const tray = job.tray ?? context.tray
  return deliver({ printer, readdress, job, pdf, knownBytes, rasterize, tray, ledger, run, timing, turn })
}

/** Resends must be identical bytes. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}
