import { hash } from '@node-rs/argon2'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { openDatabase, type Database } from '../../api/db/database.js'
import { migrate } from '../../api/db/migrate.js'
import { declarations } from '../../api/domain/index.js'
import { staffRoles, type StaffRole } from '../../api/domain/access/roles.js'
import { syncTemplates } from '../../api/domain/printing/templates/syncTemplates.js'
import { catalogOf, type Catalog } from '../../api/engine/catalog.js'
import { write } from '../../api/engine/unitOfWork.js'
import { startApi, type RunningApi } from '../../api/start.js'
import { at } from './at.js'
import { Client } from './client.js'
import { freshMysqlUrl } from './freshMysqlUrl.js'

export type TestDatabase = 'sqlite' | 'mysql'

export const roles = Object.keys(staffRoles).filter((role): role is StaffRole => role in staffRoles)
export const password = 'slipway-test-1'
const SECRET_KEY = 'a key of the tests, long enough to be one'

export interface TestApi {
  databaseUrl: string
  db: Database
  catalog: Catalog
  /** `http://127.0.0.1:port`, without `/api`. */
  origin: string
  /** Every line the API has logged. */
  logs: string[]
  /** The user of that role; signs in with the first request. */
  as(role: StaffRole): Client
  nobody: Client
  /** A machine with a fresh key of these roles. */
  withKey(roles: string[], site?: string): Client
  stop(): Promise<void>
}

/** A migrated database with the built-in templates and one user per role (named like it), and an API that serves it. */
export async function startTestApi(
  database: TestDatabase,
  trustProxy: string | null = null,
): Promise<TestApi> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slipway-api-'))
  const databaseUrl =
    database === 'sqlite' ? `sqlite:${path.join(folder, 'slipway.sqlite')}` : await freshMysqlUrl()
  await prepare(databaseUrl)
  const logs: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) })
  const api = await startApi({
    databaseUrl,
    secretKey: SECRET_KEY,
    host: '127.0.0.1',
    port: 0,
    trustProxy,
    log,
  })
  const origin = `http://127.0.0.1:${api.port}`
  const nobody = new Client(`${origin}/api`, async () => ({}))
  const clients = new Map(roles.map((role) => [role, signedIn(nobody, role, password)]))
  let keys = 0

  return {
    databaseUrl,
    db: api.db,
    catalog: api.catalog,
    origin,
    logs,
    nobody,
    as(role) {
      const client = clients.get(role)
      if (!client) throw new Error(`No user has the role ${role}.`)
      return client
    },
    withKey(keyRoles, site) {
      const body = { name: `key-${(keys += 1)}`, roles: keyRoles, site }
      const made = once(async () => {
        const key = await clients.get('admin')?.create('api-keys', body)
        return { Authorization: `Bearer ${String(key?.token)}` }
      })
      return new Client(nobody.url, made)
    },
    stop: () => stop(api, folder),
  }
}

/** A person who signs in with the first request, and then sends cookie and CSRF token. */
export function signedIn(nobody: Client, username: string, withPassword: string): Client {
  return new Client(
    nobody.url,
    once(async () => {
      const reply = await nobody.post('/session', { username, password: withPassword })
      const cookie = /^[^;]+/.exec(reply.header('set-cookie') ?? '')?.[0]
      if (reply.status !== 200 || !cookie) throw new Error(`Cannot sign in as ${username}: ${reply.text}`)
      return { Cookie: cookie, 'X-CSRF-Token': String(at(reply.body, 'csrfToken')) }
    }),
  )
}

async function prepare(databaseUrl: string): Promise<void> {
  const db = await openDatabase(databaseUrl)
  await migrate(db)
  const catalog = catalogOf(declarations, db.sequelize)
  const who = { kind: 'system', id: null, username: 'test', name: 'test', roles: [] } as const
  await write({ db, catalog, who, requestId: 'test' }, syncTemplates)
  const now = new Date().toISOString()
  // The cheapest hash that argon2 takes: the API reads its cost from the hash, and signs in as quickly.
  const cheap = await hash(password, { memoryCost: 8, timeCost: 1 })
  for (const role of roles)
    await db.execute(
      'INSERT INTO users (version, createdAt, updatedAt, username, name, roles, password, disabled) VALUES (1, ?, ?, ?, ?, ?, ?, 0)',
      [now, now, role, staffRoles[role].label.zh, JSON.stringify([role]), cheap],
    )
  await db.close()
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

async function stop(api: RunningApi, folder: string): Promise<void> {
  await api.stop()
  rmSync(folder, { recursive: true, force: true })
}
