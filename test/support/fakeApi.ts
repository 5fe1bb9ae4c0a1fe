import { createHash } from 'node:crypto'
import http from 'node:http'
import type { Socket } from 'node:net'
import { isPart, lookOf, readBody, readCall, stateOf, type ApiCall } from './fakeApiCall.js'
import { apply, finals, newAttempt, newJob, openAttempt, type FakeApiJob } from './fakeApiJob.js'
import type {
  ClaimedJob,
  Content,
  Credentials,
  Look,
  Paper,
  PrinterReport,
  Report,
} from '../../print-server/protocol.js'

interface FakeApiPrinter {
  id: number
  uri: string
  options: Record<string, unknown>
  credentials: Credentials
  offset?: { x: number; y: number }
  fence: number
  leasedUntil: number
  /** Names the process that has the lease, as it names itself. */
  holder: string
  state: PrinterReport | null
}

type Archived = { sha256: string; bytes: number }
type Answer = { status: number; json?: object; pdf?: Buffer }

export const A4: Paper = { name: 'A4', widthMm: 210, heightMm: 297 }
const form: Paper = { name: '241-2', widthMm: 241, heightMm: 139.7 }

/** Contract 2 in memory, strict about fences and about what a job's state allows. */
export class FakeApi {
  readonly token = 'fake-key'
  readonly jobs: FakeApiJob[] = []
  readonly printers: FakeApiPrinter[] = []
  readonly calls: ApiCall[] = []
  readonly archive = new Map<string, Buffer>()
  /** Whole documents of which jobs print parts, by their numbers. */
  readonly wholes = new Map<number, Archived>()
  leaseSeconds = 30
  paper = form
  /** Printers are to be looked after; what was seen stands in `looks`. */
  wantsLooks = false
  readonly looks = new Map<number, Look>()
  /** Answers 503 to everything, as an API that is stopping. */
  away = false
  /** Called before a call is carried out; `false` drops the connection without carrying it out. */
  before: (call: ApiCall) => void | boolean = () => undefined
  /** Called after it; `false` loses the answer. */
  after: (call: ApiCall) => void | boolean = () => undefined
  content: (job: FakeApiJob) => Content = (job) => ({
    template: { kind: 'delivery-note', version: 1, sha256: 'f', paper: this.paper, files: {} },
    data: { title: job.title },
    copies: [],
  })

  #server = http.createServer((request, response) => void this.serve(request, response))
  #sockets = new Set<Socket>()
  #url = ''

  static async start(): Promise<FakeApi> {
    const api = new FakeApi()
    await new Promise<void>((resolve) => api.#server.listen(0, '127.0.0.1', resolve))
    api.#server.on('connection', (socket) => {
      api.#sockets.add(socket)
      socket.on('close', () => api.#sockets.delete(socket))
    })
    const address = api.#server.address()
    if (typeof address === 'object' && address) api.#url = `http://127.0.0.1:${address.port}`
    return api
  }

  get url(): string {
    return this.#url
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  addPrinter(uri: string, options: Record<string, unknown> = {}, credentials: Credentials = {}): number {
    const id = this.printers.length + 1
    this.printers.push({
      id,
      uri,
      options,
      credentials,
      fence: 0,
      leasedUntil: 0,
      holder: '',
      state: null,
    })
    return id
  }

  /** A queued job; with `pdf` it is archived already and nothing is rendered. */
  addJob(
    printerId: number,
    facts: { pdf?: Buffer; title?: string; expiresAt?: string } & Partial<
      Pick<FakeApiJob, 'batch' | 'part'>
    > = {},
  ): FakeApiJob {
    const id = this.jobs.length + 1
    const title = facts.title ?? `送货单 SH20261123-${String(id).padStart(4, '0')}`
    const pdf = facts.pdf ? this.store(facts.pdf) : null
    const job = newJob({
      id,
      printerId,
      title,
      pdf,
      batch: facts.batch ?? null,
      part: facts.part ?? null,
      expiresAt: facts.expiresAt ?? null,
    })
    this.jobs.push(job)
    return job
  }

  /** A person cancels: at once where nothing can be at the printer, else by asking the print server. */
  cancel(job: FakeApiJob): void {
    if (openAttempt(job)) job.cancelRequested = true
    else job.status = 'canceled'
  }

  /** Another print server took the printer over. */
  stealLease(printerId: number): void {
    const printer = this.printer(printerId)
    printer.fence += 1
    printer.leasedUntil = Date.now() + this.leaseSeconds * 1000
  }

  /** The lease of a process that is gone has run out. */
  expireLease(printerId: number): void {
    this.printer(printerId).leasedUntil = 0
  }

  printer(id: number): FakeApiPrinter {
    const printer = this.printers[id - 1]
    if (!printer) throw new Error(`no printer ${id}`)
    return printer
  }

  isOver(job: FakeApiJob): boolean {
    return finals.includes(job.status)
  }

  private async serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const bytes = await readBody(request)
    const url = new URL(request.url ?? '/', this.#url)
    const route = url.pathname.replace('/api/print-server/v1', '')
    const isPdf = String(request.headers['content-type']).includes('pdf')
    const call = readCall(route, url, isPdf ? null : bytes)
    const send = ({ status, json, pdf }: Answer) => {
      response.writeHead(status, { 'Content-Type': pdf ? 'application/pdf' : 'application/json' })
      response.end(pdf ?? (json && JSON.stringify(json)))
    }
    if (this.away) return send({ status: 503, json: { code: 'unavailable' } })
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      return send({ status: 401, json: { code: 'unauthorized' } })
    }
    // Nobody previews a template here.
    if (route.startsWith('/renders/')) return send({ status: 204 })
    this.calls.push(call)
    if (this.before(call) === false) return void request.socket.destroy()
    const answer = call.name === 'claim' ? await this.claim(call, request) : this.carryOut(call, bytes, route)
    if (this.after(call) === false) return void request.socket.destroy()
    send(answer)
  }

  private async claim({ body }: ApiCall, request: http.IncomingMessage): Promise<Answer> {
    const held = Array.isArray(body.printers) ? body.printers : []
    const until = Date.now() + Number(body.waitSeconds) * 1000
    for (;;) {
      const now = Date.now()
      for (const printer of this.printers) {
        if (held.includes(printer.id) || printer.leasedUntil > now) continue
        const [job] = this.nextJobs(printer.id)
        if (!job) continue
        printer.fence += 1
        printer.leasedUntil = now + this.leaseSeconds * 1000
        printer.holder = String(body.server)
        const lease = { printerId: printer.id, fence: printer.fence, seconds: this.leaseSeconds }
        return { status: 200, json: { lease, printer: shown(printer), job: this.claimed(job) } }
      }
      if (now >= until || request.socket.destroyed) return { status: 204 }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  private carryOut(call: ApiCall, bytes: Buffer, route: string): Answer {
    if (call.name === 'pdf' && route.startsWith('/pdf/')) {
      const pdf = this.archive.get(route.slice('/pdf/'.length))
      return pdf ? { status: 200, pdf } : { status: 404, json: { code: 'not_found' } }
    }
    if (call.name === 'due') return { status: 200, json: { printers: this.due() } }
    if (call.name === 'look') {
      this.looks.set(Number(/\d+/.exec(route)?.[0]), lookOf(call.body))
      return { status: 200, json: {} }
    }
    if (call.name === 'printers')
      return { status: 200, json: { printer: shown(this.printer(Number(/\d+/.exec(route)?.[0]))) } }
    const job = this.jobs.find((one) => one.id === call.jobId)
    if (call.name === 'ahead') return job ? this.ahead(job, call.body) : { status: 404 }
    if (call.name === 'content')
      return job
        ? { status: 200, json: { ...this.content(job), whole: this.wholeOf(job)?.sha256 ?? null } }
        : { status: 404 }
    const printer = this.printer(job?.printerId ?? Number(/\d+/.exec(route)?.[0]))
    if (Number(call.body.fence) !== printer.fence) return { status: 409, json: { code: 'stale_fence' } }
    printer.leasedUntil = Date.now() + this.leaseSeconds * 1000
    switch (call.name) {
      case 'renew':
        return { status: 200, json: { seconds: this.leaseSeconds } }
      case 'release':
        printer.leasedUntil = 0
        return { status: 200, json: {} }
      case 'state':
        printer.state = stateOf(call.body)
        return { status: 200, json: {} }
      case 'next': {
        const held = Array.isArray(call.body.held) ? call.body.held : []
        const [first, ...others] = this.nextJobs(printer.id, held)
        const rest = others.filter(({ batch }) => batch && batch.id === first?.batch?.id)
        const next = first ? [first, ...(openAttempt(first) ? [] : rest)] : []
        const [job = null, ...following] = next
          .slice(0, Number(call.body.most))
          .map((one) => this.claimed(one))
        return { status: 200, json: { job, following } }
      }
      default:
        return job ? this.onJob(call, job, bytes) : { status: 404, json: { code: 'not_found' } }
    }
  }

  private due() {
    if (!this.wantsLooks) return []
    return this.printers.map(shown)
  }

  private onJob(call: ApiCall, job: FakeApiJob, bytes: Buffer): Answer {
    if (job.expiresAt !== null && !openAttempt(job) && Date.parse(job.expiresAt) <= Date.now())
      job.status = 'expired'
    const unwanted = ['canceled', 'held', 'expired'].includes(job.status)
    switch (call.name) {
      case 'pdfs':
        return { status: 200, json: { archived: this.archiveMany(bytes) } }
      case 'pdf':
        return { status: 200, json: { sha256: this.keep(job, bytes, call.body.whole === '1') } }
      case 'attempt': {
        if (unwanted || job.cancelRequested) return { status: 409, json: { code: 'not_now' } }
        const token = String(call.body.token)
        const known = job.attempts.find((attempt) => attempt.token === token)
        if (!known && openAttempt(job)) return { status: 409, json: { code: 'attempt_open' } }
        const attempt = known ?? newAttempt(job.attempts.length + 1, token, call.body)
        if (!known) job.attempts.push(attempt)
        return { status: 200, json: { n: attempt.n } }
      }
      default: {
        const report: Report = call.body
        job.reports.push(report)
        if (!unwanted) apply(job, report)
        return {
          status: 200,
          json: { status: job.status, cancelRequested: job.cancelRequested, stop: unwanted },
        }
      }
    }
  }

  private ahead({ batch, printerId }: FakeApiJob, body: ApiCall['body']): Answer {
    const held: unknown[] = Array.isArray(body.held) ? body.held : []
    const waiting = this.jobs.filter(
      (job) =>
        job.batch?.id === batch?.id &&
        job.printerId === printerId &&
        !(job.pdf ?? this.wholeOf(job)) &&
        ['queued', 'rendering'].includes(job.status),
    )
    const first = waiting.filter(
      ({ part }, at) => !part || waiting.findIndex((one) => one.part?.documentId === part.documentId) === at,
    )
    const fresh = first.filter(({ id }) => !held.includes(id))
    const contents = fresh.slice(0, Number(body.most)).map((job) => ({ id: job.id, ...this.content(job) }))
    const templates = Object.fromEntries(contents.map(({ template }) => [template.sha256, template]))
    const jobs = contents.map((content) => ({ ...content, template: content.template.sha256 }))
    return { status: 200, json: { templates, jobs } }
  }

  private archiveMany(body: Buffer): Record<number, string> {
    const end = body.indexOf('\n')
    const head: unknown = JSON.parse(body.subarray(0, end).toString('utf8'))
    let at = end + 1
    const hashes: Record<number, string> = {}
    for (const { jobId, bytes } of Array.isArray(head) ? head.filter(isPart) : []) {
      const job = this.jobs.find(({ id }) => id === jobId)
      if (job) hashes[jobId] = this.keep(job, body.subarray(at, at + bytes), true)
      at += bytes
    }
    return hashes
  }

  private wholeOf({ part }: FakeApiJob): Archived | null {
    return (part && this.wholes.get(part.documentId)) ?? null
  }

  /** Archives what was drawn for a job, or the part of it that it sends, unless that is archived. */
  private keep(job: FakeApiJob, bytes: Buffer, isDrawn: boolean): string {
    if (!job.part || !isDrawn) return (job.pdf ??= this.store(bytes)).sha256
    const whole = this.wholeOf(job) ?? this.store(bytes)
    this.wholes.set(job.part.documentId, whole)
    return whole.sha256
  }

  private nextJobs(printerId: number, held: unknown[] = []): FakeApiJob[] {
    return this.jobs.filter(
      (job) =>
        job.printerId === printerId &&
        !finals.includes(job.status) &&
        job.status !== 'held' &&
        !held.includes(job.id),
    )
  }

  private claimed(job: FakeApiJob): ClaimedJob {
    const { id, title, cancelRequested, expiresAt, pdf } = job
    const attempt = openAttempt(job)
    const status = statuses.find((one) => one === job.status) ?? 'queued'
    return {
      id,
      title,
      status,
      purpose: 'first',
      expiresAt,
      cancelRequested,
      paper: this.paper,
      pdf,
      batch: job.batch,
      part: job.part && { copyIds: job.part.copyIds, whole: this.wholeOf(job) },
      tray: job.tray,
      attempt: attempt ?? null,
    }
  }

  store(pdf: Buffer): { sha256: string; bytes: number } {
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    this.archive.set(sha256, pdf)
    return { sha256, bytes: pdf.length }
  }
}

const shown = ({ id, uri, options, credentials, offset }: FakeApiPrinter) => ({
  id,
  name: `P${id}`,
  uri,
  options,
  credentials,
  offset,
})

const statuses = ['queued', 'rendering', 'sending', 'accepted', 'printing'] as const
