import { stopTools } from '../ensure/tool.mjs'
import { say } from '../say.mjs'

/** @typedef {{ stop: () => Promise<void> }} Stoppable */

const parentWatchMs = 500

/**
 * Ctrl-C, SIGTERM and a closed terminal stop what was added, the newest first, and then this process.
 * Asking again changes nothing: npm passes a Ctrl-C on that the terminal has already delivered.
 */
export function stopOnSignal() {
  /** @type {Stoppable[]} */
  const running = []
  /** @type {Promise<void> | undefined} */
  let stopping

  async function stopAll() {
    stopTools()
    for (const one of running.toReversed()) await one.stop()
  }
  const stop = () => (stopping ??= stopAll())

  async function leave() {
    if (!stopping) say({ zh: '正在停止 …', en: 'stopping …' })
    const wasUp = running.length > 0
    await stop()
    process.exit(wasUp ? 0 : 130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave())
  whenNpmIsGone(() => void leave())

  return {
    /** @param {Stoppable} one */
    add: (one) => void running.push(one),
    stop,
  }
}

/**
 * npm runs a script inside a shell, and a SIGTERM sent to npm kills that shell without reaching the script.
 * @param {() => void} leave
 */
function whenNpmIsGone(leave) {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    leave()
  }, parentWatchMs)
  watch.unref()
}
