import { integer, text, texts, uuid, type Attributes } from './message.js'

export type PrinterJobState =
  'pending' | 'held' | 'processing' | 'processing-stopped' | 'canceled' | 'aborted' | 'completed'

export interface PrinterJob {
  id: number
  name: string
  uuid: string | null
  state: PrinterJobState
  reasons: string[]
  /** Sides put on paper so far; null where the printer does not count. */
  impressions: number | null
  /** Size of the document as the printer has it, in units of 1024 bytes rounded up. */
  kOctets: number | null
}

export const jobAttributes = [
  'job-id',
  'job-name',
  'job-uuid',
  'job-state',
  'job-state-reasons',
  'job-impressions-completed',
  'job-k-octets',
]

const states: Record<number, PrinterJobState> = {
  3: 'pending',
  4: 'held',
  5: 'processing',
  6: 'processing-stopped',
  7: 'canceled',
  8: 'aborted',
  9: 'completed',
}

/** Reads a job group, or null when it lacks a usable number or state. */
export function readPrinterJob(attributes: Attributes): PrinterJob | null {
  const id = integer(attributes, 'job-id')
  const state = states[integer(attributes, 'job-state') ?? 0]
  if (id === null || !state) return null
  return {
    id,
    name: text(attributes, 'job-name') ?? '',
    uuid: uuid(attributes, 'job-uuid'),
    state,
    reasons: texts(attributes, 'job-state-reasons'),
    impressions: integer(attributes, 'job-impressions-completed'),
    kOctets: integer(attributes, 'job-k-octets'),
  }
}

export function isFinal(job: PrinterJob): boolean {
  return job.state === 'canceled' || job.state === 'aborted' || job.state === 'completed'
}

/** The printer knows the job but has no whole document for it. */
export function waitsForDocument(job: PrinterJob): boolean {
  return job.state === 'held' && job.reasons.some((reason) => /incoming|insufficient/.test(reason))
}
