import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface BrowseOptions {
  /** IPv4 address of the interface to ask through; null: all of them. */
  address: string | null
  forMs: number
}

/** More than any house has; the rest is left out. */
const MOST = 200
const GRACE_MS = 10_000

/** The printers that announce themselves now, as they do it. Rejects where multicast is not to be had. */
export async function browse({ address, forMs }: BrowseOptions, signal: AbortSignal): Promise<unknown[]> {
  const workerData = { address, forMs, most: MOST }
  const thread = new Worker(new URL('browseThread.mjs', import.meta.url), {
    execArgv: [],
    env: {},
    workerData,
  })
  try {
    const stop = AbortSignal.any([signal, AbortSignal.timeout(forMs + GRACE_MS)])
    const sent: unknown[] = await once(thread, 'message', { signal: stop })
    const [found] = sent
    return Array.isArray(found) ? found.map((one: unknown) => one) : []
  } finally {
    // One that dies after its answer disturbs nobody.
    thread.on('error', () => undefined)
    await thread.terminate()
  }
}
