import { Press } from './press.js'
import { RenderError } from './renderError.js'

/** A fixed number of presses, and a bounded line of those who wait for one. */
export class PressRoom {
  readonly #presses: Press[]
  readonly #free: Press[]
  readonly #line: ((press: Press) => void)[] = []
  #launchFailed = false

  constructor(
    size: number,
    timeoutMs: number,
    readonly maxWaiting: number,
  ) {
    const onLaunch = (succeeded: boolean) => {
      this.#launchFailed = !succeeded
    }
    this.#presses = Array.from({ length: size }, () => new Press(timeoutMs, onLaunch))
    this.#free = [...this.#presses]
  }

  /** Whether the newest start of a browser succeeded; true before the first one. */
  get isReady(): boolean {
    return !this.#launchFailed
  }

  /** Starts all browsers. Like everybody it borrows the presses: two starts on one press would lose a browser. */
  async warm(signal: AbortSignal): Promise<void> {
    const starts = this.#presses.map(() =>
      this.use(async (press) => {
        await press.warm()
        if (signal.aborted) await press.close()
      }, signal),
    )
    await Promise.all(starts)
  }

  /**
   * Lends a press, in the order of asking.
   * @throws RenderError 'unavailable' when too many wait already; the signal's reason when aborted in the line
   */
  async use<T>(work: (press: Press) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const press = this.#free.pop() ?? (await this.#queue(signal))
    try {
      return await work(press)
    } finally {
      const next = this.#line.shift()
      if (next) next(press)
      else this.#free.push(press)
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#presses.map((press) => press.close()))
  }

  #queue(signal?: AbortSignal): Promise<Press> {
    if (this.#line.length >= this.maxWaiting)
      throw new RenderError('unavailable', `${this.maxWaiting} documents wait to be drawn already`)
    return new Promise((resolve, reject) => {
      const take = (press: Press) => {
        signal?.removeEventListener('abort', leave)
        resolve(press)
      }
      const leave = () => {
        this.#line.splice(this.#line.indexOf(take), 1)
        reject(signal?.reason)
      }
      this.#line.push(take)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
}
