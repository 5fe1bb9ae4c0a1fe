import type { AttemptState } from '../protocol.js'
import { isFinal, waitsForDocument, type PrinterJob } from './printerJob.js'

/**
 * `resend`: nothing came out and nothing will. `cancel`: an empty job is in the way. `adopt`: the printer has the
 * document. `uncertain`: paper may have come out; no machine sends it again.
 */
export type Recovery =
  | { act: 'resend'; note: string }
  | { act: 'cancel'; job: PrinterJob }
  | { act: 'adopt'; job: PrinterJob }
  | { act: 'printed'; job: PrinterJob }
  | { act: 'canceled'; job: PrinterJob }
  | { act: 'uncertain'; note: string }

/** What to do with an attempt that was left open, from its stored state and from what the printer says of its job. */
export function decideRecovery(state: AttemptState, job: PrinterJob | null): Recovery {
  return state === 'prepared' || state === 'created' ? beforeDocument(job) : afterDocument(job)
}

/** No document left us. `created` is also stored before a job that got only a part of one is canceled. */
function beforeDocument(job: PrinterJob | null): Recovery {
  if (!job) return { act: 'resend', note: 'not-sent' }
  if (!isFinal(job)) return { act: 'cancel', job }
  const printedSome = (job.impressions ?? 0) > 0
  if (job.state === 'completed')
    return printedSome ? { act: 'printed', job } : { act: 'uncertain', note: 'completed-empty' }
  return printedSome
    ? { act: 'uncertain', note: 'stopped-midway' }
    : { act: 'resend', note: 'empty-job-canceled' }
}

function afterDocument(job: PrinterJob | null): Recovery {
  if (!job) return { act: 'uncertain', note: 'job-unknown' }
  if (waitsForDocument(job)) return { act: 'cancel', job }
  if (job.state === 'completed') return { act: 'printed', job }
  if (job.state === 'canceled') return { act: 'canceled', job }
  if (job.state !== 'aborted') return { act: 'adopt', job }
  if (job.impressions === 0) return { act: 'resend', note: 'aborted-before-printing' }
  // A printer that does not count says nothing about paper.
  return { act: 'uncertain', note: job.impressions === null ? 'aborted-uncounted' : 'stopped-midway' }
}
