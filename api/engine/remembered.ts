/** Something that was worked out, and the moment that it is exact of. */
export interface Known<T> {
  value: T
  /** ms */
  asOf: number
  /** How long it took, ms. */
  took: number
}

/** Within this time a remembered value is answered at once, and renewed behind the reader's back. */
const OLDEST_MS = 60_000
/** Renewing takes at most this part of one processor. */
const EFFORT = 0.02
const FRESH_MS = 1000
const MOST_KEYS = 1000

/** What costs a scan is worked out once for many readers: never twice at the same time, remembered with its moment. */
export class Remembered<T> {
  private readonly known = new Map<string, Known<T>>()
  private readonly underway = new Map<string, Promise<Known<T>>>()

  peek(key: string): Known<T> | undefined {
    const found = this.known.get(key)
    return found && Date.now() - found.asOf < OLDEST_MS ? found : undefined
  }

  async get(key: string, work: () => Promise<T>): Promise<Known<T>> {
    return this.soon(key, work) ?? this.renew(key, work)
  }

  /** What is known now. What is not, or has grown old, is worked out behind the reader's back. */
  soon(key: string, work: () => Promise<T>): Known<T> | undefined {
    const found = this.peek(key)
    if (!found || Date.now() - found.asOf > Math.max(FRESH_MS, found.took / EFFORT))
      this.renew(key, work).catch(() => {
        // The database is away; whoever asks after the value has grown too old is told.
      })
    return found
  }

  put(key: string, known: Known<T>): void {
    this.known.delete(key)
    this.known.set(key, known)
    const [oldest] = this.known.keys()
    if (this.known.size > MOST_KEYS && oldest !== undefined) this.known.delete(oldest)
  }

  forget(key: string): void {
    this.known.delete(key)
  }

  private renew(key: string, work: () => Promise<T>): Promise<Known<T>> {
    const running = this.underway.get(key)
    if (running) return running
    const asOf = Date.now()
    const begun = work()
      .then((value) => {
        const known = { value, asOf, took: Date.now() - asOf }
        this.put(key, known)
        return known
      })
      .finally(() => this.underway.delete(key))
    this.underway.set(key, begun)
    return begun
  }
}
