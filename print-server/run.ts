/** The work on a printer has to stop: its lease is lost, or this process is draining. Nothing is reported any more. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** What a leased printer's work may still do. */
export interface Run {
  /** Cuts network calls at once: the lease is lost, or the time to drain is over. */
  readonly signal: AbortSignal
  /** Throws `Stopped` when no further step may begin. Stands before every byte that goes to a printer. */
  checkpoint(): void
  /** Throws `Stopped` as soon as no further step may begin. */
  sleep(ms: number): Promise<void>
}

/** `cut` ends calls under way; `drain` lets the one under way finish. `isValid` is asked before every step. */
export function createRun(cut: AbortSignal, drain: AbortSignal, isValid: () => boolean): Run {
  const checkpoint = () => {
    if (cut.aborted || drain.aborted || !isValid()) throw new Stopped()
  }
  return {
    signal: cut,
    checkpoint,
    sleep: async (ms) => {
      await sleepUnlessAborted(ms, [cut, drain])
      checkpoint()
    },
  }
}

/** Resolves after `ms` or as soon as one of the signals is aborted. */
export function sleepUnlessAborted(ms: number, signals: AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    for (const signal of signals) {
      if (signal.aborted) return wake()
      signal.addEventListener('abort', wake, { once: true })
    }
  })
}

/** A signal that aborts with the first of several; `unlink` detaches it from those that live longer. */
export function linkSignals(signals: AbortSignal[]): { signal: AbortSignal; unlink: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  for (const signal of signals) {
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  }
  return {
    signal: controller.signal,
    unlink: () => {
      for (const signal of signals) signal.removeEventListener('abort', abort)
    },
  }
}
