import type { Server } from 'node:http'
import type { Logger } from 'pino'
import { openDatabase, type Database } from './db/database.js'
import { forgetOldSessions } from './domain/access/sessions.js'
import type { BackupPlan } from './domain/backup/backupPlan.js'
import { startBackupWorker } from './domain/backup/backupWorker.js'
import { declarations } from './domain/index.js'
import { startImportWorker } from './domain/imports/importWorker.js'
import { startMonthWorker } from './domain/month/monthWorker.js'
import { startPrintWatch } from './domain/printing/jobs/printWatch.js'
import { createBell } from './domain/printing/protocol/bell.js'
import type { ShownVariable } from './domain/settings/shownEnvironment.js'
import { catalogOf, type Catalog } from './engine/catalog.js'
import { forgetOldKeys } from './engine/idempotency.js'
import { createApp } from './http/app.js'
import { serverOf } from './http/serverOf.js'
import { createEventStream } from './http/eventStream.js'

const TIDY_EVERY_MS = 3600_000
const DRAIN_MS = 8_000

export interface StartOptions {
  databaseUrl: string
  /** Opens and seals stored credentials. */
  secretKey?: string
  host: string
  port: number
  trustProxy: string | null
  /** Backups on a schedule; none when absent. */
  backup?: BackupPlan | null
  /** What the settings screen tells of the environment. */
  environment?: readonly ShownVariable[]
  log: Logger
}

export interface RunningApi {
  db: Database
  catalog: Catalog
  port: number
  /** Takes no new requests, ends waiting ones, lets those underway finish, closes the database. */
  stop(): Promise<void>
}

/** Opens the database and serves. Rejects when the database is away or the port is taken. */
export async function startApi({
  databaseUrl,
  secretKey,
  host,
  port,
  trustProxy,
  backup,
  environment = [],
  log,
}: StartOptions): Promise<RunningApi> {
  const db = await openDatabase(databaseUrl, secretKey)
  const catalog = catalogOf(declarations, db.sequelize)
  const drain = new AbortController()
  const bell = createBell()
  const events = createEventStream(db, catalog)
  const app = createApp({ db, catalog, log, events, bell, draining: drain.signal, trustProxy, environment })
  const server = serverOf(app)
  const tidy = setInterval(() => {
    Promise.all([forgetOldKeys(db), forgetOldSessions(db)]).catch((error: unknown) =>
      log.warn({ err: error }, 'tidying failed'),
    )
  }, TIDY_EVERY_MS)
  tidy.unref()
  try {
    await listen(server, port, host)
  } catch (error) {
    await events.stop()
    clearInterval(tidy)
    await db.close()
    throw error
  }
  const background = { db, catalog, log, committed: () => events.wake() }
  const imports = startImportWorker(background)
  const months = startMonthWorker(background)
  const prints = startPrintWatch(background)
  const backups = backup ? startBackupWorker(background, backup) : null
  return {
    db,
    catalog,
    port: portOf(server),
    async stop() {
      drain.abort()
      clearInterval(tidy)
      const quiet = events.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      await Promise.all([closed, quiet, months.stop(), prints.stop(), imports.stop(), backups?.stop()])
      clearTimeout(force)
      await db.close()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
