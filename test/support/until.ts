import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again until it is so, and answers what was asked for; fails after half a minute. */
export async function until<T>(ask: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 30_000; ;) {
    const value = await ask()
    if (isSo(value)) return value
    if (Date.now() > end) throw new Error(`It did not come to that: ${JSON.stringify(value).slice(0, 1000)}`)
    await sleep(100)
  }
}
