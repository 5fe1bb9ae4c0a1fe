import type { Report, Verdict } from '../protocol.js'
import { Ended, type Order } from './delivery.js'

/** Mended by a person, who then looks whether it helped; the other ones mend themselves. */
const mendedByPeople = new Set(['tls', 'tls-required', 'unauthorized', 'unreachable'])

/** `idle`: nothing of the job is at the printer. `empty`: perhaps a job without its document. `sent`: it may print. */
export type Stage = 'idle' | 'empty' | 'sent'

interface Circumstances {
  stage: Stage
  /** The printer answers, it just cannot take the job now. */
  answering: boolean
  atLeastMs?: number
  attempt?: Report['attempt']
}

/** Waits for a printer with growing pauses, tells the API why, and notices when the job is no longer wanted. */
export class Waiting {
  #pauseMs = 0
  #cancelSince: number | null = null

  constructor(
    private readonly order: Pick<Order, 'ledger' | 'run' | 'timing'> & Partial<Pick<Order, 'readdress'>>,
  ) {}

  /** Reports the reasons (IPP keywords or our own) and pauses. Throws `Ended` when the job ends instead. */
  async because(reasons: string[], circumstances: Circumstances): Promise<Verdict> {
    const { ledger, run, timing } = this.order
    const verdict = await ledger.commit({
      reasons,
      ...(circumstances.stage === 'idle' && { status: 'queued' as const }),
      ...(circumstances.attempt && { attempt: circumstances.attempt }),
    })
    this.endIfUnwanted(verdict, circumstances)
    const isOurs = reasons.some((reason) => mendedByPeople.has(reason))
    const isSoon = circumstances.answering || (isOurs && !reasons.includes('unreachable'))
    const longest = isSoon ? timing.wait.answeringMs : timing.wait.unreachableMs
    this.#pauseMs = Math.min(this.#pauseMs === 0 ? timing.wait.firstMs : this.#pauseMs * 2, longest)
    await run.sleep(Math.max(this.#pauseMs, circumstances.atLeastMs ?? 0))
    if (isOurs) await this.order.readdress?.(circumstances.stage)
    return verdict
  }

  /** The printer took a step: the next wait starts with short pauses again. */
  over(): void {
    this.#pauseMs = 0
    this.#cancelSince = null
  }

  private endIfUnwanted(verdict: Verdict, { stage, answering }: Circumstances): void {
    if (stage === 'idle' && verdict.cancelRequested) throw new Ended({ outcome: 'canceled' })
    if (stage !== 'sent' && verdict.stop) throw new Ended({ outcome: 'dropped' })
    if (!verdict.cancelRequested || answering) return
    this.#cancelSince ??= performance.now()
    if (performance.now() - this.#cancelSince >= this.order.timing.cancelPatienceMs) {
      // With the document at a printer that is away, only a person can see whether it printed.
      throw new Ended({ outcome: stage === 'sent' ? 'uncertain' : 'canceled' })
    }
  }
}
