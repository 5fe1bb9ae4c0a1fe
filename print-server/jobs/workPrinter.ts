import { StaleFence } from '../apiErrors.js'
import { faultOf } from '../log.js'
import { printerAddress } from '../ipp/printerAddress.js'
import { textOption } from '../ipp/textOption.js'
import type { Claim, ClaimedJob } from '../protocol.js'
import { createRun, linkSignals, Stopped, type Run } from '../run.js'
import { Lease } from './lease.js'
import type { PrinterMemory } from './jobLedger.js'
import type { PrinterContext, Workshop } from './printerContext.js'
import { runJob } from './runJob.js'

/** How work at a printer ended: `trouble` is a fault that nobody foresaw, and wants a pause before the next try. */
export type WorkEnd = 'idle' | 'stopped' | 'trouble'

/** Holds a printer's lease and does its jobs in order until none is left. Never throws. */
export async function workPrinter(workshop: Workshop, claim: Claim): Promise<WorkEnd> {
  const { api, cut, drain } = workshop
  const lease = new Lease(api, claim.lease)
  const log = workshop.log.child({ printerId: lease.printerId, fence: lease.fence })
  const broken = linkSignals([lease.signal, cut])
  const stop = linkSignals([lease.signal, cut, drain])
  const run = createRun(broken.signal, drain, () => lease.isValid())
  const tray = textOption(claim.printer.options, 'tray') ?? null
  const context = { ...workshop, log, lease, tray, stop: stop.signal }
  try {
    await workJobs(context, claim, run)
    return 'idle'
  } catch (error) {
    if (error instanceof StaleFence) lease.lose()
    if (error instanceof Stopped || !lease.isValid() || cut.aborted) {
      log.info({ leaseLost: !lease.isValid() }, 'work stopped')
      return 'stopped'
    }
    log.error({ fault: faultOf(error) }, 'work at this printer failed unexpectedly')
    return 'trouble'
  } finally {
    await lease.release()
    broken.unlink()
    stop.unlink()
  }
}

async function workJobs(context: PrinterContext, claim: Claim, run: Run): Promise<void> {
  const address = printerAddress(claim.printer)
  const memory: PrinterMemory = { told: '' }
  let job: ClaimedJob | null = claim.job
  while (job) {
    run.checkpoint()
    context.log.info({ jobId: job.id, recovering: job.attempt?.state }, 'job begins')
    const outcome = await runJob(context, job, address, memory, run)
    context.log.info({ jobId: job.id, outcome }, 'job ended')
    run.checkpoint()
    job = await context.api.next(job.id, context.lease.fence, run.signal)
  }
}
