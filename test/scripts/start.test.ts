import { afterEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../support/ports.js'

const folder = mkdtempSync(path.join(tmpdir(), 'slipway-start-'))
const open: Server[] = []

afterEach(() => {
  for (const server of open.splice(0)) server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs `npm start` as far as it goes; every case here is refused before anything is installed or started. */
async function start(env: Record<string, string>) {
  const ports = {
    PORT: await freePort(),
    PRINT_SERVER_PORT: await freePort(),
    VIRTUAL_PRINTER_PORT: await freePort(),
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env.PATH,
      LANG: 'C',
      DATA_DIR: folder,
      ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
      ...env,
    },
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stderr }
}

async function takePort() {
  const port = await freePort()
  const server = createServer()
  open.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return String(port)
}

describe('npm start refuses in one sentence', () => {
  it.each(['PORT', 'PRINT_SERVER_PORT', 'VIRTUAL_PRINTER_PORT'])('when %s is taken', async (name) => {
    const port = await takePort()
    const { code, stderr } = await start({ [name]: port })
    expect(code).toBe(1)
    expect(stderr).toBe(
      `Port ${port} is taken by another program; stop that program or choose another port: ${name}=${Number(port) + 10} npm start.\n`,
    )
  })

  it('when the data folder cannot be written', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'slipway-file-')), 'file')
    writeFileSync(file, '')
    const { code, stderr } = await start({ DATA_DIR: path.join(file, 'data') })
    rmSync(path.dirname(file), { recursive: true })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The data folder .+ cannot be written \(ENOTDIR.+\); change .+ DATA_DIR\.\n$/)
  })

  it('when the database is unreachable, without telling its password', async () => {
    const port = await freePort()
    const { code, stderr } = await start({ DATABASE_URL: `mysql://slipway:p4ss@127.0.0.1:${port}/slipway` })
    expect(code).toBe(1)
    expect(stderr).toBe(
      `The database at 127.0.0.1:${port} cannot be reached (ECONNREFUSED); see that it runs and check DATABASE_URL.\n`,
    )
  })

  it('when a variable is wrong, in Chinese on a Chinese terminal', async () => {
    const { code, stderr } = await start({ DEMO: 'maybe', LANG: 'zh_CN.UTF-8' })
    expect(code).toBe(1)
    expect(stderr).toBe('DEMO 的值是“maybe”，应为 1（演示数据与演示账号）或 0（正式使用）。\n')
  })
})
