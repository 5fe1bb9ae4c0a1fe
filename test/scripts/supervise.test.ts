import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { supervise } from '../../scripts/run/supervise.mjs'
import { freePort } from '../support/ports.js'

/** A program that is up at once; GET /crash ends it, and SIGTERM ends it unless it is told to be stubborn. */
const standIn = `
  import { createServer } from 'node:http'
  const server = createServer((request, response) => {
    if (request.url === '/crash') process.exit(3)
    response.end(String(process.pid))
  })
  server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('up'))
  process.on('SIGTERM', () => process.env.STUBBORN || (console.log('drained'), process.exit(0)))
`
const patience = { readyWithinMs: 20_000, killAfterMs: 300, firstBackoffMs: 20, longestBackoffMs: 40 }

let folder = ''
let stops: (() => Promise<void>)[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'slipway-supervise-'))
})

afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()))
  stops = []
  rmSync(folder, { recursive: true, force: true })
})

async function program(source = standIn, env: Record<string, string> = {}) {
  const port = await freePort()
  const file = path.join(folder, 'program.mjs')
  writeFileSync(file, source)
  return {
    name: 'stand-in',
    command: process.execPath,
    args: ['--import', path.resolve('scripts/run/stopWithParent.mjs'), file],
    env: { ...process.env, PORT: String(port), NODE_OPTIONS: '', ...env },
    healthUrl: `http://127.0.0.1:${port}/`,
    logFile: path.join(folder, 'log'),
  }
}

async function run(source?: string, env?: Record<string, string>) {
  const what = await program(source, env)
  const supervised = await supervise(what, patience)
  stops.push(supervised.stop)
  return { ...supervised, ...what }
}

const isAlive = (pid: number | undefined) => pid !== undefined && existsSync(`/proc/${pid}`)
const read = async (url: string) => (await fetch(url)).text()

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    const result = await attempt().catch(() => undefined)
    if (result !== undefined) return result
    await sleep(20)
  }
}

describe('the supervisor', () => {
  it('is done starting a program when that answers, and keeps its words in the log', async () => {
    const { healthUrl, pid, logFile } = await run()
    expect(await read(healthUrl)).toBe(String(pid()))
    expect(readFileSync(logFile, 'utf8')).toBe('up\n')
  })

  it('lets a program drain when it is stopped', async () => {
    const { stop, pid, logFile } = await run()
    const before = pid()
    await stop()
    expect(isAlive(before)).toBe(false)
    expect(readFileSync(logFile, 'utf8')).toBe('up\ndrained\n')
  })

  it('starts a crashed program again, as often as it crashes, and says so', async () => {
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined)
    const { healthUrl, pid } = await run()
    for (let crash = 0; crash < 3; crash += 1) {
      const before = pid()
      await fetch(`${healthUrl}crash`).catch(() => undefined)
      const after = await eventually(() => read(healthUrl))
      expect(after).not.toBe(String(before))
    }
    expect(said).toHaveBeenCalledTimes(3)
    said.mockRestore()
  })

  it('does not start a program again that it stopped', async () => {
    const { stop, healthUrl } = await run()
    await stop()
    await sleep(100)
    await expect(fetch(healthUrl)).rejects.toThrow()
  })

  it('kills a program that ignores SIGTERM', async () => {
    const { stop, pid } = await run(standIn, { STUBBORN: '1' })
    const before = pid()
    await stop()
    expect(isAlive(before)).toBe(false)
  })

  it('passes on the sentence of a program that knows why it cannot start', async () => {
    const broken = await program(`console.error('The harbour is closed.'); process.exit(4)`)
    await expect(supervise(broken, patience)).rejects.toThrow(/^The harbour is closed\.$/)
  })

  it('shows the last words of a program that broke', async () => {
    const broken = await program(`console.error('Error: harbour\\n    at quay'); process.exit(4)`)
    await expect(supervise(broken, patience)).rejects.toMatchObject({
      message: expect.stringContaining('exit code 4'),
      detail: 'Error: harbour\n    at quay',
    })
  })

  it('refuses a program that never answers, and leaves nothing of it running', async () => {
    const silent = await program(`console.log(process.pid); setInterval(() => {}, 1000)`)
    await expect(supervise(silent, { ...patience, readyWithinMs: 500 })).rejects.toThrow(silent.healthUrl)
    expect(isAlive(Number(readFileSync(silent.logFile, 'utf8')))).toBe(false)
  })
})
