import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/database.js'
import type { Catalog } from './catalog.js'

/** What work needs that no request asked for. */
export interface Background {
  db: Database
  catalog: Catalog
  /** Told after each commit. */
  committed: () => void
  log: { warn(fault: { err: unknown }, text: string): void }
}

/**
 * Looks for work again and again, one look at a time: at once after a look that found some, else after `everyMs`.
 * A look that throws is logged once until one succeeds. `stop` aborts the work underway and waits for its end.
 */
export function lookForWork(
  { log }: Pick<Background, 'log'>,
  name: string,
  everyMs: number,
  look: (signal: AbortSignal) => Promise<boolean>,
): { stop(): Promise<void> } {
  const halt = new AbortController()
  const { signal } = halt
  let failing = false

  const looking = (async () => {
    while (!signal.aborted) {
      let found = false
      try {
        found = await look(signal)
        failing = false
      } catch (error) {
        if (!failing && !signal.aborted) log.warn({ err: error }, `${name}: cannot work now, will try again`)
        failing = true
      }
      if (!found) await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
    }
  })()

  return {
    async stop() {
      halt.abort()
      await looking
    },
  }
}
