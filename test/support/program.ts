import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

export interface Program {
  /** What it has said so far. */
  output: () => string
  complaints: () => string
  /** Resolves when the output fits. Fails when the program ends before. */
  says(text: RegExp): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): void
  exit: Promise<number | null>
}

/** Runs one of the project's TypeScript programs as a process of its own, with this environment and no other. */
export function runProgram(file: string, env: Record<string, string>, args: string[] = []): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, complaints] = ['', '']
  const listeners = new Set<() => void>()
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString()
    for (const listener of listeners) listener()
  })
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))

  return {
    output: () => output,
    complaints: () => complaints,
    exit,
    kill: (signal) => void child.kill(signal),
    says(text) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = text.exec(output)
          if (found) resolve(found)
          return found
        }
        if (look()) return
        listeners.add(look)
        void exit.then((code) =>
          reject(new Error(`${file} ended with ${String(code)}: ${output}${complaints}`)),
        )
      })
    },
  }
}
