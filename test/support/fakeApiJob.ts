import type { Attempt, Report } from '../../print-server/protocol.js'

export interface FakeAttempt extends Attempt {
  ended: boolean
  note?: string
}

/** A job as the API keeps it, with all that was reported about it. */
export interface FakeApiJob {
  id: number
  printerId: number
  title: string
  status: string
  cancelRequested: boolean
  expiresAt: string | null
  pdf: { sha256: string; bytes: number } | null
  batch: { id: number; place: number } | null
  /** Only these copies of a document, whose others are jobs of their own. */
  part: { documentId: number; copyIds: number[] } | null
  /** Of a print rule. */
  tray: string | null
  attempts: FakeAttempt[]
  reasons: string[]
  possiblyIncomplete: boolean
  impressions: number | null
  error: Report['error'] | null
  reports: Report[]
}

export const finals = ['printed', 'failed', 'canceled', 'uncertain', 'expired']

export function newJob(
  facts: Pick<FakeApiJob, 'id' | 'printerId' | 'title' | 'pdf' | 'batch' | 'part' | 'expiresAt'>,
): FakeApiJob {
  return {
    ...facts,
    status: 'queued',
    tray: null,
    cancelRequested: false,
    attempts: [],
    reasons: [],
    possiblyIncomplete: false,
    impressions: null,
    error: null,
    reports: [],
  }
}

export function openAttempt(job: FakeApiJob): FakeAttempt | undefined {
  return job.attempts.find((attempt) => !attempt.ended)
}

export function newAttempt(n: number, token: string, body: Record<string, unknown>): FakeAttempt {
  const { printerUuid, printerUpTime } = body
  return {
    n,
    token,
    state: 'prepared',
    ippJobId: null,
    ippJobUuid: null,
    printerUuid: typeof printerUuid === 'string' ? printerUuid : null,
    printerUpTime: typeof printerUpTime === 'number' ? printerUpTime : null,
    ended: false,
  }
}

export function apply(job: FakeApiJob, report: Report): void {
  if (report.status) job.status = report.status
  if (report.reasons) job.reasons = report.reasons
  if (report.possiblyIncomplete) job.possiblyIncomplete = true
  if (report.impressions !== undefined) job.impressions = report.impressions
  if (report.error) job.error = report.error
  const attempt = job.attempts.find((one) => one.n === report.attempt?.n)
  if (attempt && report.attempt) Object.assign(attempt, report.attempt)
}
