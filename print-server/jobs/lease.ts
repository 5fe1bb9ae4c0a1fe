import { StaleFence } from '../apiErrors.js'
import type { ApiClient } from '../apiClient.js'
import type { Claim } from '../protocol.js'
import { sleepUnlessAborted } from '../run.js'

/** The lease counts as lost this much before the API would give it away, to cover clocks and a request under way. */
const SAFE_SHARE = 0.85

/**
 * The exclusive right to a printer. It is renewed in the background every third of its time; when that fails for too
 * long or the fence is stale, `signal` aborts, which cuts even an upload that is under way.
 */
export class Lease {
  readonly printerId: number
  readonly fence: number
  readonly #lost = new AbortController()
  readonly #ended = new AbortController()
  #seconds: number
  #renewed = readClocks()

  constructor(
    private readonly api: Pick<ApiClient, 'renew' | 'release'>,
    lease: Claim['lease'],
  ) {
    this.printerId = lease.printerId
    this.fence = lease.fence
    this.#seconds = lease.seconds
    void this.keepAlive()
  }

  get signal(): AbortSignal {
    return this.#lost.signal
  }

  /** Asked before every step, because a process that was suspended wakes up with all its timers late. */
  isValid(): boolean {
    if (!this.#lost.signal.aborted && this.elapsedMs() >= this.#seconds * 1000 * SAFE_SHARE) this.lose()
    return !this.#lost.signal.aborted
  }

  /** Somebody else has the printer. */
  lose(): void {
    this.#lost.abort()
    this.#ended.abort()
  }

  /** Stops renewing and, unless the lease is lost, gives it back. Never throws: an unreleased lease runs out. */
  async release(): Promise<void> {
    this.#ended.abort()
    if (!this.isValid()) return
    await this.api.release(this.printerId, this.fence, this.signal).catch(() => undefined)
  }

  private async keepAlive(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      await sleepUnlessAborted((this.#seconds * 1000) / 3, [this.#ended.signal])
      while (!this.#ended.signal.aborted && !(await this.renew())) {
        if (!this.isValid()) return
        await sleepUnlessAborted(this.#seconds * 30, [this.#ended.signal])
      }
    }
  }

  private async renew(): Promise<boolean> {
    const asked = readClocks()
    const deadline = new AbortController()
    const timer = setTimeout(
      () => deadline.abort(),
      Math.max(1, this.#seconds * 1000 * SAFE_SHARE - this.elapsedMs()),
    )
    try {
      this.#seconds = await this.api.renew(this.printerId, this.fence, deadline.signal)
      this.#renewed = asked
      return true
    } catch (error) {
      if (error instanceof StaleFence) this.lose()
      return false
    } finally {
      clearTimeout(timer)
    }
  }

  /** The larger of both clocks: one stands still while the machine sleeps, the other can be set back. */
  private elapsedMs(): number {
    const now = readClocks()
    return Math.max(now.wall - this.#renewed.wall, now.steady - this.#renewed.steady)
  }
}

function readClocks(): { wall: number; steady: number } {
  return { wall: Date.now(), steady: performance.now() }
}
