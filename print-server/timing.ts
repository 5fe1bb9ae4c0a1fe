import type { PrinterLimits } from './ipp/ippPrinter.js'

/** Every duration of the print server, in milliseconds, measured by the steady clock: the other one is set forward and back. Tests shorten them. */
export interface Timing {
  printer: PrinterLimits
  /** Between looks at a printer that cannot take the job now. A printer that answers is cheap to ask. */
  wait: { firstMs: number; unreachableMs: number; answeringMs: number }
  /** Ten polls of each kind, then the last one for good. Printers forget jobs after as little as 60 s. */
  pollMs: [number, number, number]
  /** A person's cancellation is waited out this long while the printer does not answer. */
  cancelPatienceMs: number
  /** The API is told at least this often, because its answer is how a cancellation reaches us. */
  heartbeatMs: number
  api: { callMs: number; retryFirstMs: number; retryMs: number; giveUpMs: number }
  claim: { waitSeconds: number; busyWaitSeconds: number; coolDownFirstMs: number; coolDownMs: number }
  /** How often the API is asked which printers want a look. */
  lookEveryMs: number
  /** How often the network is searched for printers, and for how long each time. */
  discovery: { everyMs: number; forMs: number }
  /** Calls still under way are cut after `cutMs`; the process is gone after `exitMs`. */
  drain: { cutMs: number; exitMs: number }
}

export const defaultTiming: Timing = {
  printer: {
    query: { connectMs: 5_000, idleMs: 15_000, totalMs: 15_000 },
    document: { connectMs: 5_000, idleMs: 300_000, totalMs: 900_000 },
  },
  wait: { firstMs: 2_000, unreachableMs: 60_000, answeringMs: 10_000 },
  pollMs: [500, 2_000, 5_000],
  cancelPatienceMs: 60_000,
  heartbeatMs: 2_000,
  api: { callMs: 15_000, retryFirstMs: 250, retryMs: 5_000, giveUpMs: 600_000 },
  claim: { waitSeconds: 25, busyWaitSeconds: 2, coolDownFirstMs: 2_000, coolDownMs: 60_000 },
  lookEveryMs: 15_000,
  discovery: { everyMs: 120_000, forMs: 5_000 },
  drain: { cutMs: 7_000, exitMs: 8_500 },
}

const POLLS_OF_A_KIND = 10
const SHORTEST_POLL_MS = 40

/** How long to wait before poll number `n`, counted from 0. */
export function pollDelay(timing: Timing, n: number): number {
  const [first, second, last] = timing.pollMs
  // A sheet that is out at once is not waited for; the polls of slow ones soon stand apart.
  if (n < POLLS_OF_A_KIND) return Math.min(first, SHORTEST_POLL_MS * 2 ** n)
  return n < 2 * POLLS_OF_A_KIND ? second : last
}
