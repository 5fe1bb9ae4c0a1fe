import type { Turn } from '../ipp/delivery.js'
import type { ClaimedJob } from '../protocol.js'

/** Papers of a batch that a printer may have before the first of them is out: enough that it never stands still. */
const MOST = 4

/** The jobs of one printer that are under way. A batch's next paper is sent when the printer has the former one. */
export class Window {
  readonly #running = new Map<number, Promise<void>>()
  #most = MOST
  #failure: { error: unknown } | null = null

  /** Ids of the jobs under way. */
  get held(): number[] {
    return [...this.#running.keys()]
  }

  /** Starts a job and resolves when the next one may begin. Throws what any job under way throws. */
  async add(job: ClaimedJob, start: (turn: Turn) => Promise<void>): Promise<void> {
    let accept: () => void = () => undefined
    const accepted = new Promise<void>((resolve) => {
      accept = resolve
    })
    // As it was when this one set out: by the time of the refusal the former may be out.
    const hasCompany = this.#running.size > 0
    const turn: Turn = {
      isAlone: () => this.#running.size <= 1,
      accepted: () => accept(),
      busy: () => {
        if (hasCompany) this.#most = 1
      },
    }
    const ended = start(turn)
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => this.#running.delete(job.id))
    this.#running.set(job.id, ended)
    await (job.batch && !job.attempt ? Promise.race([ended, accepted]) : ended)
    while (this.#running.size >= this.#most) await this.#one()
    this.#check()
  }

  /** Until no job is under way. */
  async empty(): Promise<void> {
    while (this.#running.size > 0) await this.#one()
    this.#check()
  }

  /** Until no job is under way, however each ends. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values())
  }

  async #one(): Promise<void> {
    this.#check()
    await Promise.race(this.#running.values())
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error
  }
}
