import type { Timing } from '../../print-server/timing.js'

/** The print server's durations, shortened so far that a test waits for none of them. */
export const fastTiming: Timing = {
  printer: {
    query: { connectMs: 1_000, idleMs: 500, totalMs: 1_000 },
    document: { connectMs: 1_000, idleMs: 700, totalMs: 3_000 },
  },
  wait: { firstMs: 20, unreachableMs: 80, answeringMs: 40 },
  pollMs: [10, 20, 40],
  cancelPatienceMs: 150,
  heartbeatMs: 30,
  api: { callMs: 1_000, retryFirstMs: 20, retryMs: 80, giveUpMs: 10_000 },
  claim: { waitSeconds: 1, busyWaitSeconds: 0.1, coolDownFirstMs: 50, coolDownMs: 100 },
  lookEveryMs: 2_000,
  discovery: { everyMs: 500, forMs: 1_500 },
  drain: { cutMs: 700, exitMs: 1_500 },
}
