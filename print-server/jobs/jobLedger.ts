import type { ApiClient } from '../apiClient.js'
import { NotNow } from '../apiErrors.js'
import { Ended, type Ledger } from '../ipp/delivery.js'
import type { PrinterDescription } from '../ipp/printerDescription.js'
import type { Attempt, PrinterReport, Report, Verdict } from '../protocol.js'
import { isShift, type Offset } from '../render/shiftPages.js'
import type { Lease } from './lease.js'

/** What the API was told last about a printer; shared by the jobs of one lease. */
export interface PrinterMemory {
  told: string
  /** What goes to it is moved by this; told with every attempt. */
  offset: Offset
}

/** The ledger of one job, kept by the API under the printer's fence. */
export class JobLedger implements Ledger {
  #told: { progress: string; at: number; verdict: Verdict } | null = null

  constructor(
    private readonly api: ApiClient,
    private readonly lease: Lease,
    private readonly jobId: number,
    private readonly printer: PrinterMemory,
    private readonly heartbeatMs: number,
    private readonly signal: AbortSignal,
  ) {}

  async open(token: string, printer: PrinterDescription): Promise<Attempt> {
    const identity = { token, printerUuid: printer.uuid, printerUpTime: printer.upTime }
    const { offset } = this.printer
    const opened = isShift(offset) ? { ...identity, offset } : identity
    try {
      const n = await this.api.openAttempt(this.jobId, this.lease.fence, opened, this.signal)
      return { ...identity, n, state: 'prepared', ippJobId: null, ippJobUuid: null }
    } catch (error) {
      if (error instanceof NotNow) throw new Ended({ outcome: 'dropped' })
      throw error
    }
  }

  async commit(report: Report): Promise<Verdict> {
    this.#told = null
    const verdict = await this.api.report(this.jobId, this.lease.fence, report, this.signal)
    this.#told = { progress: progressOf(report), at: performance.now(), verdict }
    return verdict
  }

  async progress(report: Report): Promise<Verdict> {
    const told = this.#told
    const isNew = told?.progress !== progressOf(report)
    if (!isNew && performance.now() - told.at < this.heartbeatMs) return told.verdict
    return this.commit(report)
  }

  async printerState(report: PrinterReport): Promise<void> {
    const news = JSON.stringify({ ...report, upTime: undefined })
    if (news === this.printer.told) return
    await this.api.printerState(this.lease.printerId, this.lease.fence, report, this.signal)
    this.printer.told = news
  }
}

/** What of a report is shown to people while a job is under way. */
function progressOf({ status, reasons = [], impressions }: Report): string {
  return JSON.stringify([status, reasons, impressions ?? 0])
}
