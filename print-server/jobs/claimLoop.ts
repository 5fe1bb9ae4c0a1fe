import type { Claim } from '../protocol.js'
import { sleepUnlessAborted } from '../run.js'
import type { Workshop } from './printerContext.js'
import { workPrinter, type WorkEnd } from './workPrinter.js'

const MOST_PRINTERS = 64
/** An API that is stopping answers claims at once; it need not be asked again at once. */
const SHORTEST_CLAIM_MS = 500

/** The one loop: claims printers and works on several of them at a time, until `drain`; then waits for all to let go. */
export async function claimLoop(workshop: Workshop): Promise<void> {
  const { api, timing, log, metrics, drain } = workshop
  const working = new Map<number, Promise<void>>()
  const failures = new Map<number, number>()
  let pauseMs = timing.api.retryFirstMs
  let isThere = false

  while (!drain.aborted) {
    if (working.size >= MOST_PRINTERS) {
      await sleepUnlessAborted(SHORTEST_CLAIM_MS, [drain])
      continue
    }
    const asked = performance.now()
    // Short while printers are held: one that is let go must not wait for a long answer that excludes it.
    const longest = working.size > 0 ? timing.claim.busyWaitSeconds : timing.claim.waitSeconds
    // None for an API of which nothing is known: its answer makes this process ready.
    const wait = isThere ? longest : 0
    try {
      const claim = await api.claim([...working.keys()], wait, drain)
      pauseMs = timing.api.retryFirstMs
      isThere = true
      if (claim) start(claim)
      else await sleepUnlessAborted(SHORTEST_CLAIM_MS - (performance.now() - asked), [drain])
    } catch (error) {
      if (drain.aborted) break
      isThere = false
      log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'no claim')
      await sleepUnlessAborted(pauseMs, [drain])
      pauseMs = Math.min(pauseMs * 2, timing.api.retryMs)
    }
  }
  await Promise.all(working.values())

  function start(claim: Claim): void {
    const { printerId } = claim.lease
    // A printer may be leased to us anew while we still let go of a lease that we lost.
    const before = working.get(printerId) ?? Promise.resolve()
    const work: Promise<void> = before
      .then(() => workPrinter(workshop, claim))
      .then((end) => restAfter(printerId, end))
      .finally(() => {
        if (working.get(printerId) === work) working.delete(printerId)
        metrics.printers.set(working.size)
      })
    working.set(printerId, work)
    metrics.printers.set(working.size)
  }

  /** A printer whose work fails for unknown reasons is not claimed again at once. */
  async function restAfter(printerId: number, end: WorkEnd): Promise<void> {
    if (end !== 'trouble') {
      failures.delete(printerId)
      return
    }
    const count = (failures.get(printerId) ?? 0) + 1
    failures.set(printerId, count)
    const { coolDownFirstMs, coolDownMs } = timing.claim
    await sleepUnlessAborted(Math.min(coolDownFirstMs * 2 ** (count - 1), coolDownMs), [drain])
  }
}
