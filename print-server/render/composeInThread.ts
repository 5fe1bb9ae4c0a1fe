import { parentPort } from 'node:worker_threads'
import type { Content } from '../protocol.js'
import { composeHtml } from './composeHtml.js'
import { composePass, type Pass } from './composePass.js'
import { TemplateFault, type Place } from './templateFault.js'

/** One document, or several of one template for one pass of the browser. */
export type HtmlQuestion = { content: Content } | { pass: Content[] }
export type HtmlAnswer =
  | { html: string[] }
  | { pass: Pass | null }
  | { fault: string; zh?: string; place?: Place; isTooLarge?: boolean }

// Entry of the thread: templates run here, where they can be stopped by time and by memory.
parentPort?.on('message', (question: HtmlQuestion) => {
  parentPort?.postMessage(answer(question))
})
parentPort?.postMessage('ready')

function answer(question: HtmlQuestion): HtmlAnswer {
  try {
    return 'pass' in question ? { pass: composePass(question.pass) } : { html: composeHtml(question.content) }
  } catch (error) {
    if (error instanceof TemplateFault) {
      const { message: fault, sentence, place, isTooLarge } = error
      return { fault, zh: sentence.zh, place, isTooLarge }
    }
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
