import { availableParallelism } from 'node:os'
import type { Content } from '../protocol.js'
import { HtmlWorker } from './htmlWorker.js'
import { joinCopies } from './joinCopies.js'
import { copyByCopy, isLarge } from './limits.js'
import { Places } from './places.js'
import type { Press } from './press.js'
import { PressRoom } from './pressRoom.js'
import { removeOrphanedProfiles } from './profileFolder.js'
import { RenderError } from './renderError.js'
import type { Rendering } from './rendering.js'
import { renderPasses } from './renderPass.js'

export interface Renderer {
  /** @throws RenderError; the signal's reason when aborted */
  render(content: Content, signal?: AbortSignal): Promise<Rendering>
  /**
   * Draws many documents quickly, each as it would be drawn alone; null for each that has to be, and whatever is wrong
   * with it is told then. Single documents are not kept waiting. @throws the signal's reason when aborted
   */
  renderMany(contents: readonly Content[], signal?: AbortSignal): Promise<(Rendering | null)[]>
  /** Starts the browsers now instead of at the first document. @throws RenderError 'unavailable' */
  warm(): Promise<void>
  /** Refuses what comes and breaks off what is under way, and ends all browsers. */
  close(): Promise<void>
  /** False after a browser could not be started, until one starts again, and after close. */
  ready(): boolean
}

interface Options {
  /** Browsers side by side; one per core by default. */
  size?: number
  /** For one of the two tries at a copy of usual size; a long one gets more, see timeFor. */
  timeoutMs?: number
  maxWaiting?: number
}

/** Draws documents to PDF. Starts nothing before the first document or `warm`. */
export function createRenderer({
  size = availableParallelism(),
  timeoutMs = 20_000,
  maxWaiting = 1_000,
}: Options = {}): Renderer {
  const room = new PressRoom(size, timeoutMs, maxWaiting)
  // Passes and large documents leave a browser to all others where there are two.
  const passes = new Places(Math.max(1, size - 1))
  const worker = new HtmlWorker()
  // Filling in a pass takes longer than a document waits.
  const passWorker = new HtmlWorker()
  const closing = new AbortController()
  let swept: Promise<void> | undefined

  return {
    render(content, signal) {
      // A signal of its own for each document, so that a long line of them does not pile up listeners on one.
      const stop = AbortSignal.any(signal ? [signal, closing.signal] : [closing.signal])
      const large = isLarge(content)
      const draw = async (press: Press) => {
        swept ??= removeOrphanedProfiles().catch(() => undefined)
        const pdfs = []
        for (const part of large ? copyByCopy(content) : [content])
          pdfs.push(...(await press.print(await worker.compose(part, stop), stop)))
        return joinCopies(pdfs, content)
      }
      return large ? passes.use(() => room.use(draw, stop), stop) : room.use(draw, stop)
    },
    renderMany(contents, signal) {
      const stop = AbortSignal.any(signal ? [signal, closing.signal] : [closing.signal])
      return renderPasses(contents, passWorker, (work) => passes.use(() => room.use(work, stop), stop), stop)
    },
    warm: () => room.warm(AbortSignal.any([closing.signal])),
    async close() {
      closing.abort(new RenderError('unavailable', 'The renderer is closed'))
      await Promise.all([room.close(), worker.close(), passWorker.close()])
    },
    ready: () => room.isReady && !closing.signal.aborted,
  }
}
