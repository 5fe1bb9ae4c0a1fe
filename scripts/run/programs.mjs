import { mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { localUrl } from '../environment.mjs'

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('./supervise.mjs').Program} Program */

export const consoleDevUrl = 'http://127.0.0.1:5173/'
const largestLogBytes = 10_000_000

/**
 * The programs of the house, each as a process of its own.
 * @param {Environment} environment @param {Record<string, string | undefined>} env what they are given
 * @param {string[] | null} apiCode how Node starts the API's plain JavaScript; null: for developing, all run from their
 * sources, restart when these change, and speak on the terminal
 */
export function programs(environment, env, apiCode) {
  const isDev = apiCode === null
  const fromSource = (/** @type {string} */ file) => ['--import', 'tsx', file]
  /** @param {string} name @param {string[]} code @param {string} healthUrl @returns {Program} */
  function program(name, code, healthUrl) {
    const watch = isDev ? ['--watch', '--watch-preserve-output'] : []
    return {
      name,
      command: process.execPath,
      args: [...watch, '--import', './scripts/run/stopWithParent.mjs', ...code],
      env,
      healthUrl,
      logFile: isDev ? undefined : logFile(environment.dataDir, name),
    }
  }

  return {
    api: program(
      'api',
      apiCode ?? fromSource('api/server.ts'),
      `${localUrl(environment.host, environment.port)}/healthz`,
    ),
    printServer: program(
      'print-server',
      fromSource('print-server/main.ts'),
      `${localUrl(environment.host, environment.printServerPort)}/healthz`,
    ),
    virtualPrinter: program(
      'virtual-printer',
      fromSource('print-server/virtual-printer/main.ts'),
      virtualPrinterUrl(environment),
    ),
    consoleDevServer: {
      name: 'admin',
      command: process.execPath,
      args: [
        'node_modules/vite/bin/vite.js',
        'admin',
        '--host',
        '127.0.0.1',
        '--port',
        '5173',
        '--strictPort',
      ],
      env,
      healthUrl: consoleDevUrl,
    },
  }
}

/** The page that shows what the virtual printer printed. It listens on this machine only. @param {Environment} environment */
export function virtualPrinterUrl(environment) {
  return localUrl('127.0.0.1', environment.virtualPrinterPort)
}

/** @param {string} dataDir @param {string} name */
function logFile(dataDir, name) {
  const file = path.join(dataDir, 'logs', `${name}.log`)
  mkdirSync(path.dirname(file), { recursive: true })
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLogBytes) renameSync(file, `${file}.1`)
  return file
}
