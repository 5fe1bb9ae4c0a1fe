import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { RasterAnswer, RasterOrder } from './rasterizeInThread.js'

/** A hundred pages take some ten seconds. */
const LONGEST_MS = 300_000
/** The memory that drawing takes in a thread is given back only with the thread. */
const DOCUMENTS_PER_THREAD = 200

/** The document cannot be made into raster; `message` says why. */
export class RasterError extends Error {
  override readonly name = 'RasterError'
}

/** Makes PWG raster of PDFs in a thread of its own, one document after the other. The thread starts with the first one. */
export class Rasterizer {
  #thread: Promise<Worker> | null = null
  #documents = 0
  #last: Promise<unknown> = Promise.resolve()

  /**
   * The raster of all pages.
   * @throws RasterError; the signal's reason when aborted
   */
  rasterize(order: RasterOrder, signal: AbortSignal): Promise<Buffer> {
    const turn = this.#last.then(() => this.#make(order, signal))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    this.#documents = 0
    await (await thread?.catch(() => null))?.terminate()
  }

  async #make(order: RasterOrder, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted()
    try {
      const thread = await (this.#thread ??= this.#start())
      thread.postMessage(order)
      const answer = await nextAnswer(thread, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]))
      this.#documents += 1
      if (this.#documents >= DOCUMENTS_PER_THREAD) await this.close()
      if ('fault' in answer) throw new RasterError(answer.fault)
      const { buffer, byteOffset, byteLength } = answer.raster
      return Buffer.from(buffer, byteOffset, byteLength)
    } catch (error) {
      if (error instanceof RasterError) throw error
      await this.close()
      signal.throwIfAborted()
      throw new RasterError(error instanceof Error ? error.message : String(error))
    }
  }

  async #start(): Promise<Worker> {
    const thread = new Worker(new URL('rasterThread.mjs', import.meta.url), { execArgv: [], env: {} })
    // One that dies while nobody waits for it is replaced by the next document.
    thread.on('error', () => void this.close())
    await once(thread, 'message')
    return thread
  }
}

async function nextAnswer(thread: Worker, stop: AbortSignal): Promise<RasterAnswer> {
  const sent: unknown[] = await once(thread, 'message', { signal: stop })
  if (isAnswer(sent[0])) return sent[0]
  throw new Error('The thread for raster answered something else')
}

function isAnswer(answer: unknown): answer is RasterAnswer {
  return typeof answer === 'object' && answer !== null && ('raster' in answer || 'fault' in answer)
}
