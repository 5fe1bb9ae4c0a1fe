import { spawn, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FakeApi } from '../support/fakeApi.js'
import { freePort } from '../support/ports.js'
import { until } from './until.js'

const root = path.join(import.meta.dirname, '../..')
const children: ChildProcess[] = []
let api: FakeApi

beforeEach(async () => {
  api = await FakeApi.start()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await api.close()
})

interface Run {
  output: string[]
  complaints: string[]
  kill: (signal: NodeJS.Signals) => void
  exit: Promise<number | null>
}

function run(program: string, env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('print-server', program)], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PRINTER_DISCOVERY: '0', ...env },
  })
  children.push(child)
  const output: string[] = []
  const complaints: string[] = []
  child.stdout.on('data', (bytes: Buffer) => output.push(bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => complaints.push(bytes.toString()))
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { output, complaints, kill: (signal) => void child.kill(signal), exit }
}

describe('starting the print server', () => {
  it('says in one sentence each what is wrong with the environment, and stops', async () => {
    const { exit, complaints } = run('main.ts', {
      API_URL: 'ftp://x',
      PRINT_SERVER_PORT: '99999',
      PRINTER_DISCOVERY: 'maybe',
    })
    expect(await exit).toBe(1)
    const sentences = complaints.join('').trim().split('\n')
    expect(sentences).toEqual([
      expect.stringMatching(/^API_URL must be an http or https address/),
      expect.stringMatching(/^PRINT_SERVER_TOKEN is missing/),
      expect.stringMatching(/^PRINT_SERVER_PORT is "99999"/),
      expect.stringMatching(/^PRINTER_DISCOVERY is "maybe"/),
    ])
  })

  it('says which port is taken', async () => {
    const blocker = net.createServer()
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
    const address = blocker.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const env = { API_URL: api.url, PRINT_SERVER_TOKEN: api.token, PRINT_SERVER_PORT: port }
    const { exit, complaints } = run('main.ts', env)
    expect(await exit).toBe(1)
    expect(complaints.join('')).toBe(
      `Port ${port} on 127.0.0.1 is taken: set PRINT_SERVER_PORT to a free one.\n`,
    )
    await new Promise((resolve) => blocker.close(resolve))
  })

  it('serves health and metrics, logs JSON, and stops on SIGTERM with exit code 0', async () => {
    const port = String(await freePort())
    const env = { API_URL: `${api.url}/`, PRINT_SERVER_TOKEN: api.token, PRINT_SERVER_PORT: port }
    const server = run('main.ts', env)
    await until(() => server.output.join('').includes('print server started'), 'it starts')
    await until(() => api.calls.some(({ name }) => name === 'claim'), 'it asks for work')
    const get = async (where: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${where}`)
      return { status: response.status, text: await response.text() }
    }
    expect(await get('/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' })
    await until(async () => (await get('/readyz')).status === 200, 'it is ready with nothing to do')
    expect((await get('/metrics')).text).toContain('slipway_print_printers 0')
    expect((await get('/')).status).toBe(404)

    server.kill('SIGTERM')
    expect(await server.exit).toBe(0)
    const lines = server.output.join('').trim().split('\n')
    expect(lines.map((line) => typeof JSON.parse(line)).every((type) => type === 'object')).toBe(true)
    expect(lines.join('')).not.toContain(api.token)
  })

  it('is not ready while the API refuses its key', async () => {
    const port = String(await freePort())
    const server = run('main.ts', { API_URL: api.url, PRINT_SERVER_TOKEN: 'wrong', PRINT_SERVER_PORT: port })
    await until(() => server.output.join('').includes('"contact":"refused"'), 'it is refused')
    const response = await fetch(`http://127.0.0.1:${port}/readyz`)
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('api-refused')])
    server.kill('SIGINT')
    expect(await server.exit).toBe(0)
  })
})

describe('starting the virtual printer', () => {
  it('says what is wrong and stops', async () => {
    const { exit, complaints } = run('virtual-printer/main.ts', { VIRTUAL_PRINTER_PORT: 'abc' })
    expect(await exit).toBe(1)
    expect(complaints.join('')).toBe(
      'VIRTUAL_PRINTER_PORT is "abc", but it must be a port number from 1 to 65535.\n',
    )
  })
})
