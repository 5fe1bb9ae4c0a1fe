import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { decode } from '../../print-server/ipp/decode.js'
import { encodeReply, type EncodableAttributes } from '../../print-server/ipp/encode.js'
import { groupOf, integer, text, type Attributes } from '../../print-server/ipp/message.js'
import { tables } from '../../print-server/ipp/tables.js'
import { sendFaulty, type Fault, type FaultKind } from './fakePrinterFaults.js'

export interface FakeJob {
  id: number
  uuid: string
  name: string
  state: 'pending' | 'pending-held' | 'processing' | 'canceled' | 'aborted' | 'completed'
  reasons: string[]
  bytes: number
  impressions: number
}

interface Printed {
  jobId: number
  name: string
  bytes: number
}

/** A printer in this process that can misbehave in every way that was seen on real ones. */
export class FakePrinter {
  /** What came out on paper, cut documents included. */
  readonly prints: Printed[] = []
  readonly requests: string[] = []
  /** Attributes of the newest job template, as decoded. */
  template: Attributes = new Map()
  jobs: FakeJob[] = []
  faults: Fault[] = []
  state: 'idle' | 'processing' | 'stopped' = 'idle'
  reasons: string[] = ['none']
  accepting = true
  formats = ['application/pdf']
  trays: string[] = []
  raster: { resolutions: [number, number, 'dpi' | 'dpcm'][]; types: string[] } = {
    resolutions: [],
    types: [],
  }
  /** The newest document that arrived, whole or cut. */
  newestDocument: Buffer = Buffer.alloc(0)
  /** Further printer attributes, or others in place of its own. */
  attributes: EncodableAttributes = {}
  offersCreateJob = true
  countsImpressions = true
  tellsSize = false
  /** What it does with a document that was cut: keep waiting for it, or print what came. */
  cutUploads: 'wait' | 'print' = 'wait'
  /** Refuses new jobs while it has one, an empty one included. */
  oneAtATime = false
  /** Speaks TLS only, and shows this; takes effect with the next `listen`. PEM. */
  tls: { key: string; cert: string } | null = null
  /** Value of the Authorization header that it asks for. */
  wants: string | null = null
  jobMs = 10
  uuid = 'urn:uuid:00000000-0000-4000-8000-000000000001'
  upTimeOffset = 1000
  /**
   * Called with the first bytes of an operation, when it begins (all bytes are here) and when its reply is about to
   * leave; `false` leaves it at that for good, and cuts an upload.
   */
  onOperation: (operation: string, moment: 'upload' | 'begin' | 'end') => void | boolean = () => undefined

  #nextId = 1
  #server: http.Server = http.createServer()
  #sockets = new Set<Socket>()
  #timers = new Set<NodeJS.Timeout>()
  #port = 0

  static async start(port = 0): Promise<FakePrinter> {
    const printer = new FakePrinter()
    await printer.listen(port)
    return printer
  }

  get port(): number {
    return this.#port
  }

  get uri(): string {
    return `${this.tls ? 'ipps' : 'ipp'}://127.0.0.1:${this.#port}/ipp/print`
  }

  async listen(port = this.#port): Promise<void> {
    this.#server = this.tls ? https.createServer(this.tls) : http.createServer()
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
    this.#server.on('request', (request, response) => void this.answer(request, response))
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    const address = this.#server.address()
    if (typeof address === 'object' && address) this.#port = address.port
  }

  /** Off the network; jobs go on. */
  async unplug(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    await this.unplug()
  }

  /** Switched off and on: jobs are forgotten and numbers start again. */
  reboot(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.jobs = []
    this.#nextId = 1
    this.upTimeOffset = 1
  }

  /** A job of somebody else. */
  addJob(name: string, state: FakeJob['state'] = 'completed'): FakeJob {
    const id = this.#nextId++
    const job = {
      id,
      uuid: `urn:uuid:${Date.now()}-${id}`,
      name,
      state,
      reasons: [],
      bytes: 0,
      impressions: 0,
    }
    this.jobs.push(job)
    return job
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { socket } = request
    const body = await this.readBody(request).catch(() => null)
    if (!body) return void socket.destroy()
    const message = decode(body)
    const name = nameOf(message.code)
    this.requests.push(name)
    if (this.wants !== null && request.headers.authorization !== this.wants)
      return void response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end()
    if (this.onOperation(name, 'begin') === false) return
    const fault = this.takeFault(name)
    if (fault === 'hang') return
    if (fault === 'drop') return void socket.destroy()
    if (fault?.startsWith('http-')) {
      const status = Number(fault.slice(5))
      return void response.writeHead(status, { 'Retry-After': '1' }).end('<h1>no</h1>')
    }
    const reply = fault?.startsWith('status:')
      ? { status: fault.slice(7) }
      : this.operate(name, groupOf(message, 'operation'), groupOf(message, 'job'), message.data)
    if (this.onOperation(name, 'end') === false) return
    const { version, requestId } = message
    const bytes = encodeReply({ version, requestId, ...reply })
    sendFaulty(request, response, bytes, fault)
  }

  private operate(
    name: string,
    operation: Attributes,
    template: Attributes,
    document: Buffer,
  ): { status: string; jobs?: EncodableAttributes[]; printer?: EncodableAttributes } {
    const job = this.jobs.find((one) => one.id === integer(operation, 'job-id'))
    switch (name) {
      case 'Get-Printer-Attributes':
        return { status: 'successful-ok', printer: this.describe() }
      case 'Create-Job':
      case 'Print-Job': {
        if (!this.accepting) return { status: 'server-error-not-accepting-jobs' }
        if (this.oneAtATime && this.jobs.some(isOpen)) return { status: 'server-error-busy' }
        this.template = template
        const created = this.addJob(text(operation, 'job-name') ?? '', 'pending-held')
        created.reasons = ['job-incoming']
        if (name === 'Print-Job') this.receive(created, document)
        return this.answerJob(created)
      }
      case 'Send-Document':
        if (!job) return { status: 'client-error-not-found' }
        if (job.state !== 'pending-held') return { status: 'client-error-not-possible' }
        this.receive(job, document)
        return this.answerJob(job)
      case 'Get-Job-Attributes':
        return job ? this.answerJob(job) : { status: 'client-error-not-found' }
      case 'Get-Jobs': {
        const completed = text(operation, 'which-jobs') === 'completed'
        const jobs = this.jobs.filter((one) => isOpen(one) !== completed)
        return { status: 'successful-ok', jobs: jobs.map((one) => this.describeJob(one)) }
      }
      case 'Cancel-Job':
        if (!job) return { status: 'client-error-not-found' }
        if (!isOpen(job)) return { status: 'client-error-not-possible' }
        job.state = 'canceled'
        job.reasons = ['job-canceled-by-user']
        return { status: 'successful-ok' }
      default:
        return { status: 'server-error-operation-not-supported' }
    }
  }

  /** The whole document is here: it prints after `jobMs`, or when the printer is no longer stopped. */
  private receive(job: FakeJob, document: Buffer): void {
    this.newestDocument = document
    job.bytes = document.length
    job.state = 'pending'
    job.reasons = []
    const timer = setInterval(() => {
      if (this.state === 'stopped' || !isOpen(job)) return
      if (job.state === 'pending') {
        job.state = 'processing'
        return
      }
      clearInterval(timer)
      this.#timers.delete(timer)
      job.impressions = 1
      job.state = 'completed'
      job.reasons = ['job-completed-successfully']
      this.prints.push({ jobId: job.id, name: job.name, bytes: document.length })
    }, this.jobMs / 2)
    this.#timers.add(timer)
  }

  private receiveCut(operation: Attributes, part: Buffer): void {
    const id = integer(operation, 'job-id')
    const job = this.jobs.find((one) => one.id === id) ?? this.addJob(text(operation, 'job-name') ?? '')
    if (this.cutUploads === 'print') this.receive(job, part)
    else Object.assign(job, { state: 'pending-held', reasons: ['job-incoming'] })
  }

  private describe(): EncodableAttributes {
    const operations = ['Print-Job', 'Get-Job-Attributes', 'Get-Jobs', 'Cancel-Job', 'Get-Printer-Attributes']
    return {
      'printer-state': this.state === 'idle' && this.jobs.some(isOpen) ? 'processing' : this.state,
      'printer-state-reasons': this.reasons,
      'printer-is-accepting-jobs': this.accepting,
      'printer-uuid': this.uuid,
      'printer-up-time': this.upTimeOffset + Math.round(process.uptime()),
      'printer-make-and-model': 'Fake printer',
      'document-format-supported': this.formats,
      'operations-supported': this.offersCreateJob
        ? [...operations, 'Create-Job', 'Send-Document']
        : operations,
      'media-supported': ['iso_a4_210x297mm'],
      'media-col-supported': ['media-size'],
      'sides-supported': ['one-sided', 'two-sided-long-edge'],
      'print-scaling-supported': ['auto', 'none'],
      ...(this.trays.length > 0 && { 'media-source-supported': this.trays }),
      ...(this.raster.types.length > 0 && {
        'pwg-raster-document-type-supported': this.raster.types,
        'pwg-raster-document-resolution-supported': this.raster.resolutions,
      }),
      ...this.attributes,
    }
  }

  private answerJob(job: FakeJob): { status: string; jobs: EncodableAttributes[] } {
    return { status: 'successful-ok', jobs: [this.describeJob(job)] }
  }

  private describeJob(job: FakeJob): EncodableAttributes {
    return {
      'job-id': job.id,
      'job-uuid': job.uuid,
      'job-name': job.name,
      'job-state': job.state,
      'job-state-reasons': job.reasons.length > 0 ? job.reasons : ['none'],
      ...(this.countsImpressions && { 'job-impressions-completed': job.impressions }),
      ...(this.tellsSize && { 'job-k-octets': Math.ceil(job.bytes / 1024) }),
    }
  }

  private takeFault(operation: string, kind?: FaultKind): FaultKind | undefined {
    const fault = this.faults.find(
      (one) =>
        (one.operation === operation || one.operation === '*') &&
        (one.kind === 'drop-upload') === (kind === 'drop-upload'),
    )
    if (!fault) return undefined
    fault.times = (fault.times ?? 1) - 1
    if (fault.times <= 0) this.faults.splice(this.faults.indexOf(fault), 1)
    return fault.kind
  }

  /** The whole body, or null when the upload was cut, by a fault or by a client that is gone. */
  private async readBody(request: http.IncomingMessage): Promise<Buffer | null> {
    const chunks: Buffer[] = []
    const stream: AsyncIterable<Buffer> = request
    try {
      for await (const chunk of stream) {
        chunks.push(chunk)
        if (chunks.length > 1) continue
        const operation = nameOf(decode(chunk).code)
        const isCut = this.onOperation(operation, 'upload') === false
        if (isCut || this.takeFault(operation, 'drop-upload')) throw new Error('cut')
      }
      return Buffer.concat(chunks)
    } catch {
      const beginning = decode(Buffer.concat(chunks))
      if (beginning.data.length > 0) this.receiveCut(groupOf(beginning, 'operation'), beginning.data)
      return null
    }
  }
}

function isOpen(job: FakeJob): boolean {
  return job.state === 'pending' || job.state === 'pending-held' || job.state === 'processing'
}

function nameOf(operation: number): string {
  return Object.entries(tables.operations).find(([, code]) => code === operation)?.[0] ?? String(operation)
}
