import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

// Debian keeps daemons where an ordinary person's PATH does not look.
const daemonFolders = process.platform === 'win32' ? [] : ['/usr/local/sbin', '/usr/sbin', '/sbin']

/**
 * The path of a program, or undefined.
 * @param {string} name a command, or the path of one
 * @returns {string | undefined}
 */
export function findTool(name) {
  const folders = path.isAbsolute(name)
    ? ['']
    : [...(process.env.PATH ?? '').split(path.delimiter), ...daemonFolders]
  return folders.map((folder) => path.join(folder, name)).find(isExecutable)
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

const interruption = new AbortController()

/** Ends the tools that run now; for when the person stops the command that waits for them. */
export function stopTools() {
  interruption.abort()
}

/**
 * Runs a tool to its end and keeps what it says.
 * @param {string} command @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr as they came
 */
export function runTool(command, args, { env = process.env, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: interruption.signal,
    })
    let stdout = ''
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
    child.once('error', (error) => resolve({ code: 127, stdout, output: `${output}${error.message}\n` }))
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, output }))
  })
}

/** The end of a tool's output: where it says what went wrong. @param {string} output @param {number} [lines] */
export function lastLines(output, lines = 12) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}
