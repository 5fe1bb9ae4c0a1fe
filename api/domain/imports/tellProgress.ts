import { changeImport, type Work } from './changeImport.js'

/** Progress is a write with its audit event: not more often than this. */
const TELL_EVERY_MS = 1500

/** Tells how far the work is, from `from` to `to` percent, at most once in a while; stops work that is no longer wanted. */
export function tellProgress(
  work: Work,
  total: number,
  from: number,
  to: number,
): (done: number) => Promise<void> {
  let told = Date.now()
  return async (done) => {
    work.signal.throwIfAborted()
    if (Date.now() - told < TELL_EVERY_MS) return
    const progress = Math.min(to, Math.round(from + ((to - from) * done) / Math.max(1, total)))
    await changeImport(work, { action: 'progress', values: { progress } })
    told = Date.now()
  }
}
