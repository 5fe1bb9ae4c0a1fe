import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Content } from '../protocol.js'
import type { HtmlAnswer, HtmlQuestion } from './composeInThread.js'
import type { Pass } from './composePass.js'
import { sizeOf, timeFor } from './limits.js'
import { RenderError } from './renderError.js'

// Our own templates take some ten milliseconds and a few megabytes. The time grows with the data.
const limits = { ms: 5_000, heapMb: 256 }

/** Fills templates in a thread of its own, one after the other; a template that exceeds time or memory costs only the thread. */
export class HtmlWorker {
  #thread: Promise<Worker> | null = null
  #last: Promise<unknown> = Promise.resolve()

  /**
   * One HTML page per copy, in order.
   * @throws RenderError 'template' or 'too-large'; the signal's reason when aborted
   */
  async compose(content: Content, signal?: AbortSignal): Promise<string[]> {
    const answer = await this.#inTurn({ content }, signal)
    if ('html' in answer) return answer.html
    throw new RenderError('template', 'The thread for templates answered something else')
  }

  /**
   * Many documents of one template for one pass of the browser; null where that is not possible.
   * @throws RenderError 'template' too where a document exceeds time or memory; the signal's reason when aborted
   */
  async composePass(contents: Content[], signal?: AbortSignal): Promise<Pass | null> {
    const answer = await this.#inTurn({ pass: contents }, signal)
    return 'pass' in answer ? answer.pass : null
  }

  #inTurn(question: HtmlQuestion, signal?: AbortSignal): Promise<Exclude<HtmlAnswer, { fault: string }>> {
    const turn = this.#last.then(() => this.#ask(question, signal))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    await (await thread?.catch(() => null))?.terminate()
  }

  async #running(): Promise<Worker> {
    try {
      return await (this.#thread ??= startThread())
    } catch (error) {
      this.#thread = null
      throw new RenderError('unavailable', `The thread for templates did not start: ${String(error)}`)
    }
  }

  async #ask(question: HtmlQuestion, signal?: AbortSignal): Promise<Exclude<HtmlAnswer, { fault: string }>> {
    signal?.throwIfAborted()
    const thread = await this.#running()
    // Aborted while the thread started: it has seen nothing yet and serves the next one.
    signal?.throwIfAborted()
    const contents = 'pass' in question ? question.pass : [question.content]
    const ms = timeFor(
      limits.ms,
      // Thrice: a busy machine that has just started the thread is slow at first.
      3 * contents.reduce((sum, content) => sum + sizeOf(content), 0),
    )
    const deadline = AbortSignal.timeout(ms)
    try {
      thread.postMessage(question)
      const stop = signal ? AbortSignal.any([signal, deadline]) : deadline
      const answer = await nextAnswer(thread, stop)
      if (!('fault' in answer)) return answer
      throw new RenderError(answer.isTooLarge ? 'too-large' : 'template', answer.fault, answer)
    } catch (error) {
      if (error instanceof RenderError) throw error
      await this.close()
      signal?.throwIfAborted()
      throw new RenderError('template', ...whatStopped(error, deadline.aborted ? ms : null))
    }
  }
}

async function startThread(): Promise<Worker> {
  const thread = new Worker(new URL('htmlThread.mjs', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  })
  await once(thread, 'message')
  return thread
}

async function nextAnswer(thread: Worker, stop: AbortSignal): Promise<HtmlAnswer> {
  const sent: unknown[] = await once(thread, 'message', { signal: stop })
  if (isAnswer(sent[0])) return sent[0]
  throw new Error('The thread for templates answered something else')
}

function isAnswer(answer: unknown): answer is HtmlAnswer {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    ('html' in answer || 'pass' in answer || 'fault' in answer)
  )
}

function whatStopped(error: unknown, stoppedAfterMs: number | null): [string, { zh: string }?] {
  if (stoppedAfterMs !== null) {
    const seconds = Math.round(stoppedAfterMs / 1000)
    return [
      `The template was not done after ${seconds} s; look for a loop in it that does not end`,
      { zh: `模板运行 ${seconds} 秒还没有结束，请检查是否有停不下来的循环` },
    ]
  }
  if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY')
    return [
      `The template needs more than ${limits.heapMb} MB of memory`,
      { zh: `模板要用的内存超过 ${limits.heapMb} MB` },
    ]
  return [error instanceof Error ? error.message : String(error)]
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
