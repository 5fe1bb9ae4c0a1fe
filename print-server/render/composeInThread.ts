import { parentPort } from 'node:worker_threads'
import type { Content } from '../protocol.js'
import { composeHtml } from './composeHtml.js'
import { TemplateFault, type Place } from './templateFault.js'

export type HtmlAnswer = { html: string[] } | { fault: string; zh?: string; place?: Place }

// Entry of the thread: templates run here, where they can be stopped by time and by memory.
parentPort?.on('message', (content: Content) => {
  parentPort?.postMessage(answer(content))
})
parentPort?.postMessage('ready')

function answer(content: Content): HtmlAnswer {
  try {
    return { html: composeHtml(content) }
  } catch (error) {
    if (error instanceof TemplateFault)
      return { fault: error.message, zh: error.sentence.zh, place: error.place }
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
