import type { Content } from '../protocol.js'
import { createRenderer, type Renderer } from './renderer.js'

const IDLE_MS = 120_000

/**
 * A renderer of its own for what is only looked at: a template under work that loops, or breaks its browser, never
 * holds up what is printed. Its browser starts with the first preview and ends when none has come for a while.
 */
export function createPreviewRenderer(idleMs = IDLE_MS): Pick<Renderer, 'render' | 'close'> {
  let renderer: Renderer | null = null
  let underway = 0
  let rest: NodeJS.Timeout | undefined

  async function close(): Promise<void> {
    clearTimeout(rest)
    const old = renderer
    renderer = null
    await old?.close()
  }

  return {
    close,
    async render(content: Content, signal?: AbortSignal) {
      clearTimeout(rest)
      underway += 1
      try {
        return await (renderer ??= createRenderer({ size: 1 })).render(content, signal)
      } finally {
        underway -= 1
        if (underway === 0) rest = setTimeout(() => void close(), idleMs).unref()
      }
    },
  }
}
