import { createHash } from 'node:crypto'
import type { ApiClient } from '../apiClient.js'
import type { ClaimedJob } from '../protocol.js'
import type { Renderer } from '../render/renderer.js'

/** The first paper of a batch comes soon, the others cheaply. */
const FIRST = 4
const MOST = 50

interface Parts {
  api: Pick<ApiClient, 'ahead' | 'putPdfs'>
  renderer: Pick<Renderer, 'renderMany'>
  fence: number
  /** Drawing is pure, so it may be broken off anywhere. */
  stop: AbortSignal
}

/**
 * Draws papers in passes, ahead of the one that is being sent, and archives each on its own before any of it is sent: those
 * of a batch, or those that were queued one by one. A document whose copies are jobs of their own is drawn for the first of
 * them. What it does not give is drawn alone, where its fault is told. Never throws.
 */
export class LookAhead {
  readonly #ready = new Map<number, Buffer>()
  readonly #tried = new Set<number>()
  #making: Promise<void> | null = null
  /** What is being drawn; null until that is known. */
  #drawing: ReadonlySet<number> | null = null
  #size = FIRST
  /** Null: papers that belong to no batch. */
  #batchId: number | null = null
  /** Nothing of the batch is left to be drawn. */
  #isDrawn = false

  constructor(private readonly parts: Parts) {}

  /** The archived bytes of what is drawn for a job, or null. */
  async pdf(job: ClaimedJob): Promise<Buffer | null> {
    const batchId = job.batch?.id ?? null
    if (batchId !== this.#batchId) this.#begin(batchId)
    if (!this.#ready.has(job.id)) await (batchId === null ? this.#passUnderway(job) : this.#passWith(job))
    const pdf = this.#ready.get(job.id) ?? null
    this.#ready.delete(job.id)
    this.#tried.add(job.id)
    this.#goOn(job)
    return pdf
  }

  #begin(batchId: number | null): void {
    this.#batchId = batchId
    this.#ready.clear()
    this.#size = FIRST
    this.#isDrawn = false
  }

  /** A single paper does not wait for others: only for the pass that it is in, or may be in. */
  async #passUnderway({ id }: ClaimedJob): Promise<void> {
    if (this.#drawing?.has(id) !== false) await this.#making
  }

  /** A paper of a batch is drawn together with those behind it. */
  async #passWith(job: ClaimedJob): Promise<void> {
    await this.#making
    const isArchived = (job.part ? job.part.whole : job.pdf) !== null
    if (!this.#ready.has(job.id) && !this.#tried.has(job.id) && !isArchived) await this.#make(job.id)
  }

  /** The browser never waits for the printer, nor the other way round: one pass is drawn while the former is sent. */
  #goOn(job: ClaimedJob): void {
    if (this.#ready.size < MOST && !this.#isDrawn && !this.#making) void this.#make(job.id)
  }

  #make(jobId: number): Promise<void> {
    return (this.#making ??= this.#draw(jobId)
      .catch(() => undefined)
      .finally(() => {
        this.#making = null
        this.#drawing = null
      }))
  }

  async #draw(jobId: number): Promise<void> {
    const { api, renderer, fence, stop } = this.parts
    const jobs = await api.ahead(jobId, this.#size, stop)
    const fresh = jobs.filter(({ id }) => !this.#tried.has(id))
    this.#drawing = new Set(fresh.map(({ id }) => id))
    this.#isDrawn = fresh.length === 0 && this.#batchId !== null
    this.#size = fresh.length === 0 ? FIRST : Math.min(this.#size * 4, MOST)
    if (fresh.length === 0) return
    const drawn = await renderer.renderMany(
      fresh.map(({ content }) => content),
      stop,
    )
    for (const { id } of fresh) this.#tried.add(id)
    const pdfs = fresh.flatMap(({ id }, at) => {
      const pdf = drawn[at]?.pdf
      return pdf ? [{ jobId: id, pdf }] : []
    })
    if (pdfs.length === 0) return
    const archived = await api.putPdfs(jobId, fence, pdfs, stop)
    // A paper that was archived before keeps those bytes; they are fetched when it is sent.
    for (const { jobId: id, pdf } of pdfs)
      if (archived.get(id) === createHash('sha256').update(pdf).digest('hex')) this.#ready.set(id, pdf)
  }
}
