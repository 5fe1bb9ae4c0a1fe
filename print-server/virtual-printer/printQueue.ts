import { randomUUID } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { isDone, type VirtualJob, type VirtualJobState } from './virtualJob.js'

const MOST_WAITING = 200
const MOST_REMEMBERED = 500
/** What a printer may do with a job whose document never comes. */
export const DOCUMENT_TIMEOUT_S = 60

interface Options {
  msPerPage: number
  firstJobId: number
  file: (job: VirtualJob, pdf: Buffer) => Promise<unknown>
}

/** One engine, one job at a time, a page at a time, in the order in which the documents came. */
export class PrintQueue {
  /** Oldest first; finished ones are kept as history. */
  readonly jobs: VirtualJob[] = []
  state: 'idle' | 'stopped' = 'idle'
  reasons: string[] = []
  #nextId: number
  #engine: Promise<void> | null = null
  #wake: () => void = () => undefined
  #closed = false

  constructor(private readonly options: Options) {
    this.#nextId = options.firstJobId
  }

  get isPrinting(): boolean {
    return this.jobs.some((job) => job.state === 'processing')
  }

  get waiting(): VirtualJob[] {
    return this.jobs.filter((job) => !isDone(job))
  }

  /** A new job without a document, or null when too many wait already. */
  create(name: string, user: string): VirtualJob | null {
    this.forget()
    if (this.waiting.length >= MOST_WAITING) return null
    const job: VirtualJob = {
      id: this.#nextId++,
      uuid: `urn:uuid:${randomUUID()}`,
      name,
      user,
      state: 'pending-held',
      reason: 'job-data-insufficient',
      document: null,
      bytes: 0,
      pages: 0,
      pagesDone: 0,
      createdAt: Date.now(),
      startedAt: null,
      completedAt: null,
    }
    this.jobs.push(job)
    return job
  }

  find(id: number): VirtualJob | undefined {
    this.forget()
    return this.jobs.find((job) => job.id === id)
  }

  /** Gives a job its document; it prints when its turn comes. */
  supply(job: VirtualJob, document: Buffer): void {
    job.document = document
    job.bytes = document.length
    this.move(job, 'pending', 'none')
    this.#engine ??= this.run().finally(() => (this.#engine = null))
  }

  cancel(job: VirtualJob): void {
    this.end(job, 'canceled', 'job-canceled-by-user')
    this.#wake()
  }

  /** What a person does at the printer: stop it with reasons (`media-empty`), or put it right again. */
  control(state: 'idle' | 'stopped', reasons: string[]): void {
    this.state = state
    this.reasons = reasons
    this.#wake()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#wake()
    await this.#engine
  }

  private async run(): Promise<void> {
    for (let job = this.nextJob(); job && !this.#closed; job = this.nextJob()) {
      await this.print(job).catch(() => this.end(job, 'aborted', 'aborted-by-system'))
    }
  }

  private nextJob(): VirtualJob | undefined {
    return this.jobs.find((job) => job.state === 'pending')
  }

  private async print(job: VirtualJob): Promise<void> {
    const { document } = job
    if (!document) return
    await this.whileStopped(job)
    const pages = await PDFDocument.load(document, { updateMetadata: false }).then(
      (pdf) => pdf.getPageCount(),
      () => 0,
    )
    if (pages === 0) return this.end(job, 'aborted', 'document-format-error')
    job.pages = pages
    job.startedAt = Date.now()
    while (job.pagesDone < pages && !isDone(job) && !this.#closed) {
      this.move(job, 'processing', 'job-printing')
      await this.pause(this.options.msPerPage)
      await this.whileStopped(job)
      if (!isDone(job)) job.pagesDone += 1
    }
    if (isDone(job) || this.#closed) return
    await this.options.file(job, document)
    this.end(job, 'completed', 'job-completed-successfully')
  }

  private async whileStopped(job: VirtualJob): Promise<void> {
    while (this.state === 'stopped' && !isDone(job) && !this.#closed) {
      this.move(job, job.pagesDone > 0 || job.pages > 0 ? 'processing-stopped' : 'pending', 'printer-stopped')
      await this.pause(60_000)
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private move(job: VirtualJob, state: VirtualJobState, reason: string): void {
    if (isDone(job)) return
    job.state = state
    job.reason = reason
  }

  private end(job: VirtualJob, state: VirtualJobState, reason: string): void {
    this.move(job, state, reason)
    job.document = null
    job.completedAt ??= Date.now()
  }

  /** Drops jobs whose document never came, and the oldest history. */
  private forget(): void {
    const tooOld = Date.now() - DOCUMENT_TIMEOUT_S * 1000
    for (const job of this.jobs) {
      if (job.state === 'pending-held' && job.createdAt < tooOld)
        this.end(job, 'aborted', 'job-data-insufficient')
    }
    while (this.jobs.length > MOST_REMEMBERED && this.jobs[0] && isDone(this.jobs[0])) this.jobs.shift()
  }
}
