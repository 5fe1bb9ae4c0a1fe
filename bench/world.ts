import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { hash } from '@node-rs/argon2'
import { openDatabase, type Database } from '../api/db/database.js'
import { migrate } from '../api/db/migrate.js'
import { declarations } from '../api/domain/index.js'
import { catalogOf } from '../api/engine/catalog.js'
import { ensureApiCode } from '../scripts/ensure/apiCode.mjs'
import { seedBulk } from '../seed/bulk/seedBulk.js'
import { freePort } from '../test/support/ports.js'
import type { Target } from './load.js'

export type Role = 'clerk' | 'confirmer'

/** The two programs under test, each a process of its own on the same database. */
export interface World {
  db: Database
  orders: number
  bare: Target
  as: Record<Role, Target>
  /** Process ids, for their memory. */
  pids: { api: number; bare: number }
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const password = 'slipway-bench'

/** Migrates and fills the database if it is empty, makes the users, starts both servers and signs in. */
export async function openWorld(
  databaseUrl: string,
  orders: number,
  tell: (text: string) => void,
): Promise<World> {
  const db = await openDatabase(databaseUrl)
  await migrate(db)
  const [{ n } = { n: 0 }] = await db.select('SELECT COUNT(*) AS n FROM orders')
  if (Number(n) < orders) {
    const begun = Date.now()
    await seedBulk(db, catalogOf(declarations, db.sequelize), { orders: orders - Number(n) })
    tell(`seeded ${orders - Number(n)} orders in ${Math.round((Date.now() - begun) / 1000)} s`)
  }
  await makeUsers(db)
  const folder = mkdtempSync(path.join(tmpdir(), 'slipway-bench-'))
  const [apiPort, barePort] = [await freePort(), await freePort()]
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: folder, HOST: '127.0.0.1', DEMO: '0' }
  // As npm start runs it.
  const api = start(await ensureApiCode(), { ...env, PORT: String(apiPort) })
  const bare = start(['--import', 'tsx', 'bench/bare/server.ts'], { ...env, PORT: String(barePort) })
  await Promise.all([answers(apiPort, '/readyz', api), answers(barePort, '/list', bare)])
  return {
    ...{ db, orders },
    bare: { port: barePort, headers: {} },
    as: { clerk: await signIn(apiPort, 'clerk'), confirmer: await signIn(apiPort, 'confirmer') },
    pids: { api: api.pid ?? 0, bare: bare.pid ?? 0 },
    async stop() {
      for (const child of [api, bare]) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        if (child.exitCode === null && child.kill('SIGTERM')) await ended
      }
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const start = (code: string[], env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [...profiling(code.at(-1) ?? ''), ...code], {
    cwd: root,
    env: { ...process.env, ...env },
    // The API logs every request; where it goes costs the same as a file.
    stdio: ['ignore', 'ignore', 'inherit'],
  })

/** With BENCH_PROFILE=<folder> the API writes a CPU profile there when it stops. */
function profiling(file: string): string[] {
  const folder = process.env.BENCH_PROFILE
  return folder && file.includes('api/server') ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}

async function makeUsers(db: Database): Promise<void> {
  const now = new Date().toISOString()
  const secret = await hash(password)
  for (const role of ['clerk', 'confirmer'])
    await db.execute(
      `INSERT IGNORE INTO users (version, createdAt, updatedAt, username, name, roles, password, disabled)
       VALUES (1, ?, ?, ?, ?, ?, ?, 0)`,
      [now, now, role, role, JSON.stringify([role]), secret],
    )
}

async function answers(port: number, at: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(`http://127.0.0.1:${port}${at}`).catch(() => null)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`The server for ${at} did not start.`)
}

async function signIn(port: number, username: Role): Promise<Target> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = /^[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0]
  const body: unknown = await response.json()
  if (!cookie || typeof body !== 'object' || body === null || !('csrfToken' in body))
    throw new Error(`Cannot sign in as ${username}: ${response.status}`)
  return { port, headers: { Cookie: cookie, 'X-CSRF-Token': String(body.csrfToken) } }
}
