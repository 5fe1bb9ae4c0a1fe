import { ApiAway, ApiRefused } from './apiErrors.js'
import { apiRequest, type ApiRequest } from './apiRequest.js'
import type {
  Attempt,
  Claim,
  ClaimedJob,
  ClaimedPrinter,
  Content,
  FoundPrinter,
  Look,
  PrinterReport,
  RenderFault,
  RenderRequest,
  Report,
  Verdict,
} from './protocol.js'
import {
  readAhead,
  readArchived,
  readClaim,
  readContent,
  readNext,
  readNumber,
  readPrinter,
  readPrinters,
  readRenderRequest,
  readText,
  readVerdict,
} from './readReplies.js'
import { sleepUnlessAborted } from './run.js'
import type { Timing } from './timing.js'

const PREFIX = '/api/print-server/v1'
const PDFS = 'application/vnd.slipway.pdfs'
const FAULTS_TOLERATED = 8
/** How long a reply may stay out after the API should have answered an empty claim. */
const CLAIM_GRACE_MS = 5_000

export type Contact = 'reached' | 'refused' | 'away'

interface Options {
  url: string
  token: string
  /** Names this process to the API, for people who look at leases. */
  server: string
  timing: Timing
  /** Called with the outcome of every call. `refused`: the API is there, but our key is not good. */
  onContact?: (contact: Contact) => void
}

interface Call {
  method: ApiRequest['method']
  path: string
  json?: object
  pdf?: Buffer
  /** Of `pdf`, where it is not one PDF. */
  type?: string
  headers?: Record<string, string>
}

/**
 * The calls of contract 2. Those about a leased printer are repeated while the API is away, until `signal` ends them;
 * they throw `StaleFence`, `NotNow`, `ApiRefused` or `ApiAway`.
 */
export class ApiClient {
  constructor(private readonly options: Options) {}

  /** Waits for a job of a printer that is not in `held`; null when there is none. Not repeated by itself. */
  async claim(held: number[], waitSeconds: number, signal: AbortSignal): Promise<Claim | null> {
    const json = { server: this.options.server, printers: held, waitSeconds }
    const timeoutMs = waitSeconds * 1000 + CLAIM_GRACE_MS
    const body = await this.once({ method: 'POST', path: '/claim', json }, signal, timeoutMs)
    return body.length === 0 ? null : readClaim(parse(body))
  }

  /** The next jobs of the printer that are not among `held`; more than one only where they follow each other in a batch. */
  async next(
    jobId: number,
    fence: number,
    wanted: { held: number[]; most: number },
    signal: AbortSignal,
  ): Promise<ClaimedJob[]> {
    return readNext(await this.post(`/jobs/${jobId}/next`, { fence, ...wanted }, signal))
  }

  async content(jobId: number, signal: AbortSignal): Promise<Content> {
    return readContent(parse(await this.repeat({ method: 'GET', path: `/jobs/${jobId}/content` }, signal)))
  }

  /** Archives what was drawn of the job's document, or the part of it that is sent; answers the hash that stays. */
  async putPdf(
    jobId: number,
    fence: number,
    pdf: Buffer,
    signal: AbortSignal,
    what: 'drawn' | 'sent',
  ): Promise<string> {
    const path = `/jobs/${jobId}/pdf?fence=${fence}${what === 'drawn' ? '&whole=1' : ''}`
    const call: Call = { method: 'PUT', path, pdf }
    return readText(parse(await this.repeat(call, signal)), 'sha256')
  }

  /** What the jobs of the same batch that were not drawn yet and are not `held` are rendered from, in the order of the paper. */
  async ahead(
    jobId: number,
    wanted: { held: number[]; most: number },
    signal: AbortSignal,
  ): Promise<{ id: number; content: Content }[]> {
    return readAhead(await this.post(`/jobs/${jobId}/ahead`, wanted, signal))
  }

  /** Archives several PDFs of one printer; answers the hashes of the bytes that stand from now on, by job. */
  async putPdfs(
    jobId: number,
    fence: number,
    pdfs: { jobId: number; pdf: Buffer }[],
    signal: AbortSignal,
  ): Promise<Map<number, string>> {
    const head = JSON.stringify(pdfs.map(({ jobId: id, pdf }) => ({ jobId: id, bytes: pdf.length })))
    const body = Buffer.concat([Buffer.from(`${head}\n`), ...pdfs.map(({ pdf }) => pdf)])
    const call: Call = { method: 'PUT', path: `/jobs/${jobId}/pdfs?fence=${fence}`, pdf: body, type: PDFS }
    return readArchived(parse(await this.repeat(call, signal)))
  }

  pdf(sha256: string, signal: AbortSignal): Promise<Buffer> {
    return this.repeat({ method: 'GET', path: `/pdf/${encodeURIComponent(sha256)}` }, signal)
  }

  /** Opens an attempt and answers its number. */
  async openAttempt(
    jobId: number,
    fence: number,
    attempt: Pick<Attempt, 'token' | 'printerUuid' | 'printerUpTime'> & { offset?: { x: number; y: number } },
    signal: AbortSignal,
  ): Promise<number> {
    const json = { fence, ...attempt }
    // A repetition after a lost answer must not open a second one.
    const headers = { 'Idempotency-Key': `attempt-${attempt.token}` }
    const call: Call = { method: 'POST', path: `/jobs/${jobId}/attempt`, json, headers }
    return readNumber(parse(await this.repeat(call, signal)), 'n')
  }

  async report(jobId: number, fence: number, report: Report, signal: AbortSignal): Promise<Verdict> {
    return readVerdict(await this.post(`/jobs/${jobId}/report`, { fence, ...report }, signal))
  }

  async printerState(
    printerId: number,
    fence: number,
    report: PrinterReport,
    signal: AbortSignal,
  ): Promise<void> {
    await this.post(`/printers/${printerId}/state`, { fence, ...report }, signal)
  }

  /** The printer as it is set up now. Not repeated by itself. */
  async printer(printerId: number, signal: AbortSignal): Promise<ClaimedPrinter> {
    const call: Call = { method: 'GET', path: `/printers/${printerId}` }
    return readPrinter(parse(await this.once(call, signal, this.options.timing.api.callMs)))
  }

  /** The printers that this process is to ask how they are. Not repeated by itself. */
  async duePrinters(signal: AbortSignal): Promise<ClaimedPrinter[]> {
    const call: Call = { method: 'POST', path: '/printers/due', json: {} }
    return readPrinters(parse(await this.once(call, signal, this.options.timing.api.callMs)))
  }

  /** Not repeated: the next search finds them anew. */
  async found(printers: FoundPrinter[], signal: AbortSignal): Promise<void> {
    const json = { server: this.options.server, printers }
    const call: Call = { method: 'POST', path: '/printers/found', json }
    await this.once(call, signal, this.options.timing.api.callMs)
  }

  /** Not repeated: the next look tells it anew. */
  async look(printerId: number, look: Look, signal: AbortSignal): Promise<void> {
    const call: Call = { method: 'POST', path: `/printers/${printerId}/look`, json: look }
    await this.once(call, signal, this.options.timing.api.callMs)
  }

  /** Answers for how many seconds the lease holds from now. Not repeated by itself. */
  async renew(printerId: number, fence: number, signal: AbortSignal): Promise<number> {
    const call: Call = { method: 'POST', path: `/leases/${printerId}/renew`, json: { fence } }
    return readNumber(parse(await this.once(call, signal, this.options.timing.api.callMs)), 'seconds')
  }

  /** Not repeated: an unreleased lease runs out. */
  async release(printerId: number, fence: number, signal: AbortSignal): Promise<void> {
    const call: Call = { method: 'POST', path: `/leases/${printerId}/release`, json: { fence } }
    await this.once(call, signal, this.options.timing.api.callMs)
  }

  /** Waits for something to draw that is not printed; null when there is nothing. Not repeated by itself. */
  async claimRender(waitSeconds: number, signal: AbortSignal): Promise<RenderRequest | null> {
    const call: Call = { method: 'POST', path: '/renders/claim', json: { waitSeconds } }
    const body = await this.once(call, signal, waitSeconds * 1000 + CLAIM_GRACE_MS)
    return body.length === 0 ? null : readRenderRequest(parse(body))
  }

  /** Throws `ApiRefused` when nobody wants it any more. Not repeated by itself. */
  async renewRender({ id, claim }: RenderRequest, signal: AbortSignal): Promise<void> {
    const call: Call = { method: 'POST', path: `/renders/${id}/renew`, json: { claim } }
    await this.once(call, signal, this.options.timing.api.callMs)
  }

  async putRender({ id, claim }: RenderRequest, pdf: Buffer, signal: AbortSignal): Promise<void> {
    const call: Call = { method: 'PUT', path: `/renders/${id}/pdf?claim=${claim}`, pdf }
    await this.once(call, signal, this.options.timing.api.callMs)
  }

  async failRender({ id, claim }: RenderRequest, fault: RenderFault, signal: AbortSignal): Promise<void> {
    const call: Call = { method: 'POST', path: `/renders/${id}/failed`, json: { claim, ...fault } }
    await this.once(call, signal, this.options.timing.api.callMs)
  }

  private async post(path: string, json: object, signal: AbortSignal): Promise<unknown> {
    return parse(await this.repeat({ method: 'POST', path, json }, signal))
  }

  private async repeat(call: Call, signal: AbortSignal): Promise<Buffer> {
    const { callMs, retryFirstMs, retryMs, giveUpMs } = this.options.timing.api
    const started = performance.now()
    let pauseMs = retryFirstMs
    for (let faults = 0; ;) {
      try {
        return await this.once(call, signal, callMs)
      } catch (error) {
        if (error instanceof ApiRefused && error.status >= 500) faults += 1
        else if (!(error instanceof ApiAway)) throw error
        if (signal.aborted || faults >= FAULTS_TOLERATED || performance.now() - started > giveUpMs)
          throw error
      }
      await sleepUnlessAborted(pauseMs, [signal])
      pauseMs = Math.min(pauseMs * 2, retryMs)
    }
  }

  private async once(call: Call, signal: AbortSignal, timeoutMs: number): Promise<Buffer> {
    const { url, token, onContact } = this.options
    const type = call.type ?? (call.pdf ? 'application/pdf' : 'application/json')
    try {
      const body = await apiRequest(
        {
          method: call.method,
          url: url + PREFIX + call.path,
          headers: {
            Authorization: `Bearer ${token}`,
            Accept: 'application/json, application/pdf',
            ...((call.pdf ?? call.json) && { 'Content-Type': type }),
            ...call.headers,
          },
          body: call.pdf ?? (call.json && JSON.stringify(call.json)),
          timeoutMs,
        },
        signal,
      )
      onContact?.('reached')
      return body
    } catch (error) {
      if (!signal.aborted) onContact?.(contactOf(error))
      throw error
    }
  }
}

function contactOf(error: unknown): Contact {
  if (error instanceof ApiAway) return 'away'
  return error instanceof ApiRefused && (error.status === 401 || error.status === 403) ? 'refused' : 'reached'
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new ApiRefused(200, 'unreadable')
  }
}
