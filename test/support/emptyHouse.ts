import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { startApi } from '../../api/start.js'
import { freshMysqlUrl } from './freshMysqlUrl.js'
import { freePort } from './ports.js'

export interface EmptyHouse {
  origin: string
  owner: string
  password: string
  printServer: ChildProcess
  stop(): Promise<void>
}

/** A house on the morning of its first day, as docs/operations.md makes it: tables, one administrator, a print server. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slipway-empty-'))
  const [owner, password] = ['laoban', 'laoban-2026-ok']
  const databaseUrl = await freshMysqlUrl()
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    DEMO: '0',
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    ADMIN_PASSWORD: password,
  }
  const command = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', ...args], {
      env,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
    return stdout.trim()
  }
  command('api/commands/migrate.ts')
  command('api/commands/adminCreate.ts', '--username', owner)
  const token = command('api/commands/mintPrintServerKey.ts')

  const log = pino({ level: 'silent' })
  const api = await startApi({ databaseUrl, host: '127.0.0.1', port: 0, trustProxy: null, log })
  const origin = `http://127.0.0.1:${api.port}`
  const printServer = spawn('node', ['--import', 'tsx', 'print-server/main.ts'], {
    env: {
      ...env,
      API_URL: origin,
      PRINT_SERVER_TOKEN: token,
      PRINT_SERVER_PORT: String(await freePort()),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return {
    origin,
    owner,
    password,
    printServer,
    async stop() {
      printServer.kill('SIGTERM')
      await api.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
