/** So many at a time; the others wait in the order of asking. */
export class Places {
  readonly #line: (() => void)[] = []

  constructor(private free: number) {}

  /** @throws the signal's reason when aborted in the line */
  async use<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.free > 0) this.free -= 1
    else await this.#queue(signal)
    try {
      return await work()
    } finally {
      const next = this.#line.shift()
      if (next) next()
      else this.free += 1
    }
  }

  #queue(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const take = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#line.splice(this.#line.indexOf(take), 1)
        reject(signal.reason)
      }
      this.#line.push(take)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
}
