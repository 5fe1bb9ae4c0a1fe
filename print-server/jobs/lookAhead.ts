import { createHash } from 'node:crypto'
import type { ApiClient } from '../apiClient.js'
import type { ClaimedJob } from '../protocol.js'
import type { Renderer } from '../render/renderer.js'

/** The first paper of a batch comes soon, the others cheaply. */
const FIRST = 4
const MOST = 50
/** While one pass is drawn, the next one is fetched and filled in, or the former one cut up and archived. */
const PASSES = 2

interface Parts {
  api: Pick<ApiClient, 'ahead' | 'putPdfs'>
  renderer: Pick<Renderer, 'renderMany'>
  fence: number
  /** Drawing is pure, so it may be broken off anywhere. */
  stop: AbortSignal
}

/** Papers that are drawn together; null until it is known which. */
interface Pass {
  ids: ReadonlySet<number> | null
  done: Promise<void>
}

/**
 * Draws papers in passes, ahead of the one that is being sent, and archives each on its own before any of it is sent: those
 * of a batch, or those that were queued one by one. A document whose copies are jobs of their own is drawn for the first of
 * them. What it does not give is drawn alone, where its fault is told. Never throws.
 */
export class LookAhead {
  readonly #ready = new Map<number, Buffer>()
  readonly #tried = new Set<number>()
  readonly #passes = new Set<Pass>()
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
    await this.#passOf(job)
    const pdf = this.#ready.get(job.id) ?? null
    this.#ready.delete(job.id)
    this.#tried.add(job.id)
    this.#goOn(job.id)
    return pdf
  }

  #begin(batchId: number | null): void {
    this.#batchId = batchId
    this.#ready.clear()
    this.#size = FIRST
    this.#isDrawn = false
  }

  /**
   * Waits for no pass but those that the paper is in, or may be in. One of a batch that is in none is drawn together with
   * those behind it.
   */
  async #passOf(job: ClaimedJob): Promise<void> {
    const mayHold = ({ ids }: Pass) => ids?.has(job.id) ?? !this.#tried.has(job.id)
    for (let pass = this.#first(mayHold); pass && !this.#ready.has(job.id); pass = this.#first(mayHold))
      await pass.done
    const isArchived = (job.part ? job.part.whole : job.pdf) !== null
    const isMissing = !this.#ready.has(job.id) && !this.#tried.has(job.id)
    if (job.batch && isMissing && !isArchived) await this.#make(job.id)
  }

  #first(wanted: (pass: Pass) => boolean): Pass | undefined {
    return [...this.#passes].find(wanted)
  }

  /** The browser never waits for the printer, nor the other way round. */
  #goOn(jobId: number): void {
    const isOpen = this.#passes.size < PASSES && !this.#first(({ ids }) => ids === null)
    if (isOpen && this.#ready.size < MOST && !this.#isDrawn) void this.#make(jobId)
  }

  #make(jobId: number): Promise<void> {
    const pass: Pass = { ids: null, done: Promise.resolve() }
    this.#passes.add(pass)
    pass.done = this.#draw(jobId, pass)
      .catch(() => {
        this.#isDrawn = false
      })
      .finally(() => this.#passes.delete(pass))
    return pass.done
  }

  async #draw(jobId: number, pass: Pass): Promise<void> {
    const { api, renderer, fence, stop } = this.parts
    const batchId = this.#batchId
    const held = [...this.#passes].flatMap(({ ids }) => [...(ids ?? [])])
    const jobs = await api.ahead(jobId, { held, most: this.#size }, stop)
    const fresh = jobs.filter(({ id }) => !this.#tried.has(id))
    pass.ids = new Set(fresh.map(({ id }) => id))
    if (batchId !== this.#batchId) return
    this.#isDrawn = fresh.length === 0 && batchId !== null
    this.#size = fresh.length === 0 ? FIRST : Math.min(this.#size * 4, MOST)
    if (fresh.length === 0) return
    this.#goOn(jobId)
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
    // Another batch has begun: what nobody asks for here any more would stand in the way of its passes.
    if (batchId !== this.#batchId) return
    // A paper that was archived before keeps those bytes; they are fetched when it is sent.
    for (const { jobId: id, pdf } of pdfs)
      if (archived.get(id) === createHash('sha256').update(pdf).digest('hex')) this.#ready.set(id, pdf)
  }
}
