import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again until it is so, and answers what was asked for; fails after half a minute, or `within` ms. */
export async function until<T>(
  ask: () => Promise<T>,
  isSo: (value: T) => boolean,
  { within = 30_000 } = {},
): Promise<T> {
  for (const end = Date.now() + within; ;) {
    const value = await ask()
    if (isSo(value)) return value
    if (Date.now() > end) throw new Error(`It did not come to that: ${JSON.stringify(value).slice(0, 1000)}`)
    await sleep(100)
  }
}
