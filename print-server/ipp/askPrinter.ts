import type { SeenCertificate } from '../protocol.js'
import { Ended, stageOf, type Delivery } from './delivery.js'
import { troubleOf, type Trouble } from './troubleOf.js'
import type { Stage } from './waiting.js'

const TRIES_BEFORE_SENDING = 3
const TRIES_AFTER_SENDING = 20

/**
 * Asks the printer something that changes nothing there, waiting for as long as it is away. A peer that keeps
 * answering what is no answer is given up: the job fails, or is uncertain once the document may have got there.
 */
export async function askPrinter<T>(delivery: Delivery, question: () => Promise<T>): Promise<T> {
  const stage = stageOf(delivery.attempt)
  let triesLeft = stage === 'sent' ? TRIES_AFTER_SENDING : TRIES_BEFORE_SENDING
  for (;;) {
    delivery.run.checkpoint()
    try {
      return await question()
    } catch (error) {
      delivery.run.checkpoint()
      const trouble = troubleOf(error)
      const { reason, answering, atLeastMs, certificate } = waitFor(trouble)
      if (answering && trouble.kind !== 'wait') triesLeft -= 1
      if (triesLeft === 0) throw givenUp(trouble, stage)
      await delivery.ledger.printerState({
        status: 'unreachable',
        reasons: [reason],
        ...(certificate && { certificate }),
      })
      await delivery.waiting.because([reason], { stage, answering, atLeastMs })
    }
  }
}

function waitFor(trouble: Trouble): {
  reason: string
  answering: boolean
  atLeastMs: number
  certificate?: SeenCertificate
} {
  if (trouble.kind === 'wait') return trouble
  const answering = trouble.kind === 'fail' || !trouble.silent
  return { reason: 'unreachable', answering, atLeastMs: 0 }
}

function givenUp(trouble: Trouble, stage: Stage): Ended {
  const detail = trouble.kind === 'wait' ? trouble.reason : trouble.detail
  return new Ended({
    outcome: stage === 'sent' ? 'uncertain' : 'failed',
    report: { error: { code: 'unreadable', detail } },
  })
}
