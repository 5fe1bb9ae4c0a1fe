import type { Attempt } from '../protocol.js'
import { Ended, type Delivery } from './delivery.js'
import { IppError } from './ippError.js'
import { cancelAbandoned } from './cancelAbandoned.js'
import { troubleOf, type Trouble } from './troubleOf.js'

/** Every try costs an attempt, a look does not. */
const LOOKS_WHILE_BUSY = 30
/** not-possible, timeout, not-found, gone: something happened to the job while its document was on the way. */
const jobGone = new Set([0x0404, 0x0405, 0x0406, 0x0407])

/**
 * Create-Job or Print-Job failed. A clear refusal ends the attempt; after an unclear one the attempt stays open, so
 * that recovery looks for the job. Always answers null.
 */
export async function createFailed(delivery: Delivery, attempt: Attempt, error: unknown): Promise<null> {
  delivery.run.checkpoint()
  const trouble = troubleOf(error)
  const carriedDocument = attempt.state === 'sending'
  if (trouble.kind === 'unclear' || (carriedDocument && isGatewayRefusal(error))) {
    delivery.mayBeCut = carriedDocument
    return null
  }
  if (trouble.kind === 'fail') {
    const { code, detail } = trouble
    throw new Ended({ outcome: 'failed', report: { error: { code, detail } } })
  }
  delivery.attempt = null
  if (trouble.reason === 'busy') {
    delivery.busyLooks = LOOKS_WHILE_BUSY
    delivery.turn.busy()
    await cancelAbandoned(delivery)
  }
  await delivery.waiting.because([trouble.reason], {
    stage: 'idle',
    answering: trouble.answering,
    atLeastMs: trouble.atLeastMs,
    attempt: { n: attempt.n, ended: true, note: trouble.reason },
  })
  return null
}

/** Send-Document failed: unless the printer clearly has none of it, recovery must find out what it holds. */
export async function documentFailed(delivery: Delivery, attempt: Attempt, error: unknown): Promise<void> {
  delivery.run.checkpoint()
  const trouble = troubleOf(error)
  if (error instanceof IppError && error.status !== null && jobGone.has(error.status)) return
  if (isRefusal(error, trouble) || (error instanceof IppError && error.nothingSent)) {
    // Only in memory: should this process die now, the stored `sending` is the careful reading.
    delivery.attempt = { ...attempt, state: 'created' }
  } else delivery.mayBeCut = true
  if (trouble.kind !== 'fail') return
  await delivery.printer.cancelJob(attempt.ippJobId ?? 0).catch(onlyIppErrors)
  const { code, detail } = trouble
  throw new Ended({ outcome: 'failed', report: { error: { code, detail } } })
}

function isRefusal(error: unknown, trouble: Trouble): boolean {
  return error instanceof IppError && error.status !== null && trouble.kind !== 'unclear'
}

/** Something between us and the printer answered: the document may have passed it. */
function isGatewayRefusal(error: unknown): boolean {
  return error instanceof IppError && error.kind === 'http'
}

/** The job ends as failed either way; an empty job left at the printer is dropped there in time. */
function onlyIppErrors(error: unknown): void {
  if (!(error instanceof IppError)) throw error
}
