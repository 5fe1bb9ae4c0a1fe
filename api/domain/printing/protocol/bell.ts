/** In a busy moment everybody is woken once for what was committed meanwhile: each of them then asks the database. */
const QUIET_MS = 25

/** Wakes those who wait for work in this process as soon as something was committed. */
export interface Bell {
  ring(): void
  /** How often it has rung. Asked before one looks for work: what comes while one looks is then not waited past. */
  rung(): number
  /** Resolves as soon as it has rung more often, after `ms`, or when the signal aborts. */
  wait(rung: number, ms: number, signal: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  const waiting = new Set<() => void>()
  let times = 0
  let rungAt = -QUIET_MS
  let later: NodeJS.Timeout | null = null

  function wakeAll() {
    later = null
    times += 1
    rungAt = performance.now()
    for (const wake of waiting) wake()
  }

  return {
    ring() {
      const quiet = performance.now() - rungAt
      if (quiet >= QUIET_MS) wakeAll()
      else later ??= setTimeout(wakeAll, QUIET_MS - quiet).unref()
    },
    rung: () => times,
    wait(rung, ms, signal) {
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
        if (signal.aborted || rung !== times) wake()
      })
    },
  }
}
