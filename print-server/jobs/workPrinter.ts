import { StaleFence } from '../apiErrors.js'
import { faultOf } from '../log.js'
import { printerAddress } from '../ipp/printerAddress.js'
import { textOption } from '../ipp/textOption.js'
import type { Claim, ClaimedJob } from '../protocol.js'
import { createRun, linkSignals, Stopped, type Run } from '../run.js'
import { Lease } from './lease.js'
import { LookAhead } from './lookAhead.js'
import type { PrinterMemory } from './jobLedger.js'
import type { PrinterContext, Workshop } from './printerContext.js'
import { runJob } from './runJob.js'
import { Window } from './window.js'

/** Papers of a batch that are fetched at a time. Each is asked about again when its attempt is opened. */
const FOLLOWING = 10

/** How work at a printer ended: `trouble` is a fault that nobody foresaw, and wants a pause before the next try. */
export type WorkEnd = 'idle' | 'stopped' | 'trouble'

/** Holds a printer's lease and does its jobs in order until none is left. Never throws. */
export async function workPrinter(workshop: Workshop, claim: Claim): Promise<WorkEnd> {
  const { api, cut, drain } = workshop
  const lease = new Lease(api, claim.lease)
  const log = workshop.log.child({ printerId: lease.printerId, fence: lease.fence })
  const fault = new AbortController()
  const broken = linkSignals([lease.signal, cut, fault.signal])
  const stop = linkSignals([lease.signal, cut, drain, fault.signal])
  const window = new Window()
  const run = createRun(broken.signal, drain, () => lease.isValid())
  const tray = textOption(claim.printer.options, 'tray') ?? null
  const ahead = new LookAhead({
    api,
    renderer: workshop.renderer,
    fence: lease.fence,
    stop: stop.signal,
  })
  const context = { ...workshop, log, lease, ahead, tray, stop: stop.signal }
  try {
    await workJobs(context, claim, run, window)
    return 'idle'
  } catch (error) {
    if (error instanceof StaleFence) lease.lose()
    // The others under way at this printer stop before its lease is given up.
    if (!(error instanceof Stopped)) fault.abort()
    if (error instanceof Stopped || !lease.isValid() || cut.aborted) {
      log.info({ leaseLost: !lease.isValid() }, 'work stopped')
      return 'stopped'
    }
    log.error({ fault: faultOf(error) }, 'work at this printer failed unexpectedly')
    return 'trouble'
  } finally {
    await window.settled()
    await lease.release()
    broken.unlink()
    stop.unlink()
  }
}

async function workJobs(context: PrinterContext, claim: Claim, run: Run, window: Window): Promise<void> {
  const { api, lease, log } = context
  const address = printerAddress(claim.printer)
  const memory: PrinterMemory = { told: '', offset: claim.printer.offset ?? { x: 0, y: 0 } }
  let jobs = [claim.job]
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const current: ClaimedJob = job
    run.checkpoint()
    log.info({ jobId: current.id, recovering: current.attempt?.state }, 'job begins')
    await window.add(current, (turn) =>
      runJob(context, current, address, memory, run, turn).then((outcome) => {
        log.info({ jobId: current.id, outcome }, 'job ended')
        // A person stepped in, or a sheet before this one is in doubt: what follows now is asked anew.
        if (outcome === 'dropped') jobs = []
      }),
    )
    run.checkpoint()
    if (jobs.length === 0) jobs = await following(current)
  }

  async function following({ id, batch }: ClaimedJob): Promise<ClaimedJob[]> {
    const next = await api.next(id, lease.fence, { held: window.held, most: FOLLOWING }, run.signal)
    const [first] = next
    // Only the papers of one batch follow each other before the former is out.
    const follows = first?.batch && first.batch.id === batch?.id && !first.attempt
    if (window.held.length === 0 || follows) return next
    await window.empty()
    run.checkpoint()
    return api.next(id, lease.fence, { held: [], most: FOLLOWING }, run.signal)
  }
}
