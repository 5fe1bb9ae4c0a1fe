/** In a busy moment everybody is woken once for what was committed meanwhile: each of them then asks the database. */
const QUIET_MS = 25

/** Wakes those who wait for work in this process as soon as something was committed. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, after `ms`, or when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  const waiting = new Set<() => void>()
  let rungAt = -QUIET_MS
  let later: NodeJS.Timeout | null = null

  function wakeAll() {
    later = null
    rungAt = performance.now()
    for (const wake of waiting) wake()
  }

  return {
    ring() {
      const quiet = performance.now() - rungAt
      if (quiet >= QUIET_MS) wakeAll()
      else later ??= setTimeout(wakeAll, QUIET_MS - quiet).unref()
    },
    wait(ms, signal) {
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        waiting.add(wake)
        signal.addEventListener('abort', wake, { once: true })
        if (signal.aborted) wake()
      })
    },
  }
}
