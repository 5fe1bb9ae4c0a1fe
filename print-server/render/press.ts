import { drawPdf } from './drawPdf.js'
import { timeFor } from './limits.js'
import { launchBrowser, type RunningBrowser } from './launchBrowser.js'
import { RenderError } from './renderError.js'

/** Turns HTML into PDF, one document at a time, in a browser that it starts when needed and replaces when in doubt. */
export class Press {
  #browser: RunningBrowser | null = null
  #starting: Promise<RunningBrowser> | null = null
  #documents = 0

  /**
   * @param timeoutMs for one try at a page of HTML of usual size
   * @param documentsPerBrowser after so many a new one takes over: they grow
   */
  constructor(
    readonly timeoutMs: number,
    readonly onLaunch: (succeeded: boolean) => void,
    readonly documentsPerBrowser = 500,
  ) {}

  async warm(): Promise<RunningBrowser> {
    if (this.#browser?.isAlive()) return this.#browser
    return (this.#starting ??= this.#start())
  }

  /**
   * One PDF per page of HTML. Tries twice: drawing changes nothing outside, and a browser that died or froze
   * may have been ill before it saw this document.
   * @throws RenderError; the signal's reason when aborted
   */
  async print(html: string[], signal?: AbortSignal): Promise<Uint8Array[]> {
    const pdfs: Uint8Array[] = []
    for (const text of html) pdfs.push(await this.#printOne(text, signal))
    await this.#count(signal)
    return pdfs
  }

  async #printOne(html: string, signal?: AbortSignal): Promise<Uint8Array> {
    const ms = timeFor(this.timeoutMs, html.length)
    for (let isLast = false; ; isLast = true) {
      signal?.throwIfAborted()
      const { page } = await this.warm()
      // Aborted while the browser started: it is kept for the next one.
      signal?.throwIfAborted()
      const deadline = AbortSignal.timeout(ms)
      const stop = signal ? AbortSignal.any([signal, deadline]) : deadline
      try {
        return await unless(stop, drawPdf(page, html))
      } catch (error) {
        await this.close()
        signal?.throwIfAborted()
        if (error instanceof RenderError) throw error
        if (isLast) throw deadline.aborted ? tooSlow(ms) : broken(error)
      }
    }
  }

  async close(): Promise<void> {
    // One that is on its way up would outlive us.
    await this.#starting?.catch(() => undefined)
    await this.#kill()
  }

  async #kill(): Promise<void> {
    const browser = this.#browser
    this.#browser = null
    this.#documents = 0
    await browser?.kill()
  }

  async #start(): Promise<RunningBrowser> {
    try {
      await this.#kill()
      this.#browser = await launchBrowser()
      this.onLaunch(true)
      return this.#browser
    } catch (error) {
      this.onLaunch(false)
      throw error
    } finally {
      this.#starting = null
    }
  }

  async #count(signal?: AbortSignal): Promise<void> {
    this.#documents += 1
    if (this.#documents < this.documentsPerBrowser) return
    await this.close()
    // The next document would wait two seconds for it; one that does not start is told to that document.
    if (!signal?.aborted) this.warm().catch(() => undefined)
  }
}

function tooSlow(ms: number): RenderError {
  const seconds = Math.round(ms / 1000)
  return new RenderError(
    'render-timeout',
    `twice not drawn within ${seconds} s. Print again when the machine is less busy; if it happens again, divide the document or look at its template`,
    {
      zh: `两次都没能在 ${seconds} 秒内排完。请等机器空闲时再打；如果还是这样，请把单据分成几张，或检查模板`,
    },
  )
}

// Called unavailable, a document that breaks every browser would come back for ever.
function broken(error: unknown): RenderError {
  const message = error instanceof Error ? error.message : String(error)
  return new RenderError(
    'template',
    `the browser ended twice while drawing this document. Print it again; if it happens again, look at its pictures and its template (${message})`,
    { zh: '排版时浏览器两次中断。请重试；如果还是这样，请检查单据的图片和模板' },
  )
}

/** The work's result, or the signal's reason as soon as it is aborted: puppeteer itself may wait for a dead browser. */
function unless<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(stop.reason)
    if (stop.aborted) giveUp()
    stop.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', giveUp))
  })
}
