import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastLines } from '../ensure/tool.mjs'
import { Refusal, say } from '../say.mjs'
import { refusalOf } from './refusalOf.mjs'

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string | undefined>} env
 * @property {string} healthUrl answers 2xx when the program is up
 * @property {string} [logFile] absent: the program speaks on the terminal
 */
/**
 * @typedef {object} Patience
 * @property {number} [readyWithinMs]
 * @property {number} [killAfterMs] after SIGTERM
 * @property {number} [firstBackoffMs] doubles with each crash up to longestBackoffMs
 * @property {number} [longestBackoffMs]
 * @property {number} [steadyAfterMs] a program that ran so long begins anew with the first backoff
 */

/**
 * Starts a program and keeps it running until `stop`.
 * @param {Program} program @param {Patience} [patience]
 * @returns {Promise<{ pid: () => number | undefined, stop: () => Promise<void> }>} settles when the program is up;
 *   rejects with a Refusal when it ends or stays silent before that, and nothing is left running
 */
export async function supervise(program, patience = {}) {
  const {
    readyWithinMs = 60_000,
    killAfterMs = 10_000,
    firstBackoffMs = 500,
    longestBackoffMs = 30_000,
    steadyAfterMs = 60_000,
  } = patience
  const stopping = new AbortController()
  let backoffMs = firstBackoffMs
  const logStart = sizeOf(program.logFile)
  let running = launch(program)

  async function keepRunning() {
    while (!stopping.signal.aborted) {
      const begun = Date.now()
      const how = await running.ended
      if (stopping.signal.aborted) return
      if (Date.now() - begun >= steadyAfterMs) backoffMs = firstBackoffMs
      sayRestart(program, how, backoffMs)
      await sleep(backoffMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      backoffMs = Math.min(backoffMs * 2, longestBackoffMs)
      running = launch(program)
    }
  }

  async function stop() {
    stopping.abort()
    await running.end(killAfterMs)
  }

  const waiting = new AbortController()
  const outcome = await Promise.race([running.ended, isUp(program.healthUrl, readyWithinMs, waiting.signal)])
  waiting.abort()
  if (outcome === 'up') {
    void keepRunning()
    return { pid: () => running.pid, stop }
  }
  await stop()
  throw notStarted(program, outcome, logStart)
}

/** @param {Program} program */
function launch({ command, args, env, logFile }) {
  const log = logFile ? openSync(logFile, 'a') : 'inherit'
  // A process group of its own: Ctrl-C reaches only the supervisor, which then stops the programs in order.
  const child = spawn(command, args, { env, stdio: ['ignore', log, log, 'ipc'], detached: true })
  if (typeof log === 'number') closeSync(log)
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })

  /** @param {number} killAfterMs */
  async function end(killAfterMs) {
    const timer = setTimeout(() => killGroup(child.pid), killAfterMs)
    child.kill('SIGTERM')
    await ended
    clearTimeout(timer)
    killGroup(child.pid)
  }

  return { pid: child.pid, ended, end }
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}

/** @param {string} url @param {number} withinMs @param {AbortSignal} signal @returns {Promise<'up' | 'silent'>} */
async function isUp(url, withinMs, signal) {
  const until = Date.now() + withinMs
  while (Date.now() < until && !signal.aborted) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.ok) return 'up'
    await sleep(100)
  }
  return 'silent'
}

/** @param {Program} program @param {string} how @param {number} backoffMs */
function sayRestart({ name, logFile }, how, backoffMs) {
  const where = logFile ? ` (${logFile})` : ''
  const seconds = backoffMs / 1000
  say({
    zh: `${name} 意外停止（${how}），${seconds} 秒后重新启动${where}`,
    en: `${name} stopped by itself (${how}); starting it again in ${seconds} s${where}`,
  })
}

/** @param {Program} program @param {string} outcome @param {number} logStart */
function notStarted({ name, logFile, healthUrl }, outcome, logStart) {
  const output = logFile ? readFileSync(logFile).subarray(logStart).toString() : ''
  if (outcome !== 'silent')
    return refusalOf(output, {
      zh: `${name} 没能启动（${outcome}），原因见上。`,
      en: `${name} did not start (${outcome}); the reason stands above.`,
    })
  return new Refusal(
    { zh: `${name} 迟迟没有在 ${healthUrl} 应答。`, en: `${name} does not answer at ${healthUrl}.` },
    lastLines(output),
  )
}

/** @param {string | undefined} file */
function sizeOf(file) {
  return file && existsSync(file) ? statSync(file).size : 0
}
