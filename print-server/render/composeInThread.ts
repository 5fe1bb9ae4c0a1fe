import { parentPort } from 'node:worker_threads'
import type { Content } from '../protocol.js'
import { composeHtml } from './composeHtml.js'

export type HtmlAnswer = { html: string[] } | { fault: string }

// Entry of the thread: templates run here, where they can be stopped by time and by memory.
parentPort?.on('message', (content: Content) => {
  parentPort?.postMessage(answer(content))
})
parentPort?.postMessage('ready')

function answer(content: Content): HtmlAnswer {
  try {
    return { html: composeHtml(content) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
