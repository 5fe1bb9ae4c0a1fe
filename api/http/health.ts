import { Router } from 'express'
import { Registry, collectDefaultMetrics, Gauge, Histogram } from 'prom-client'
import type { RequestHandler } from 'express'
import type { Database } from '../db/database.js'
import { pendingMigrations } from '../db/migrate.js'

export interface Health {
  routes: Router
  /** Times every request, by route and status. */
  measure: RequestHandler
}

/** `/healthz`: the process lives. `/readyz`: it can work: database reachable and migrated, not draining. `/metrics`. */
export function health(db: Database, draining: AbortSignal): Health {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'slipway_http_seconds',
    help: 'Duration of requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const databaseUp = new Gauge({
    name: 'slipway_database_up',
    help: 'Whether the database answers',
    registers: [registry],
  })
  const jobs = new Gauge({
    name: 'slipway_print_jobs',
    help: 'Print jobs by status',
    labelNames: ['status'],
    registers: [registry],
  })

  const alerts = new Gauge({
    name: 'slipway_printer_alerts',
    help: 'Printers that wait for somebody, by kind of alert',
    labelNames: ['kind'],
    registers: [registry],
  })

  const routes = Router()
  routes.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  routes.get('/readyz', async (_request, response) => {
    const fault = draining.aborted ? 'draining' : await databaseFault(db)
    response
      .status(fault ? 503 : 200)
      .json(fault ? { status: 'not ready', reason: fault } : { status: 'ready' })
  })
  routes.get('/metrics', async (_request, response) => {
    const rows = await db
      .select('SELECT status, COUNT(*) AS n FROM print_jobs GROUP BY status')
      .catch(() => null)
    // The process is worth watching most of all while its database is away.
    databaseUp.set(rows ? 1 : 0)
    jobs.reset()
    for (const row of rows ?? []) jobs.set({ status: String(row.status) }, Number(row.n))
    const open = await db
      .select("SELECT kind, COUNT(*) AS n FROM printer_alerts WHERE status = 'open' GROUP BY kind")
      .catch(() => [])
    alerts.reset()
    for (const row of open) alerts.set({ kind: String(row.kind) }, Number(row.n))
    response.type(registry.contentType).send(await registry.metrics())
  })

  return {
    routes,
    measure(request, response, next) {
      const stop = durations.startTimer()
      response.once('finish', () => {
        const found: unknown = request.route
        const route = isRoute(found)
          ? `${request.baseUrl}${String(found.path)}`
          : request.baseUrl || 'console'
        stop({ method: request.method, route, status: String(response.statusCode) })
      })
      next()
    },
  }
}

async function databaseFault(db: Database): Promise<string | null> {
  try {
    const pending = await pendingMigrations(db)
    return pending.length > 0 ? `migrations to run: ${pending.join(', ')}` : null
  } catch {
    return 'database unreachable'
  }
}

const isRoute = (value: unknown): value is { path: unknown } =>
  typeof value === 'object' && value !== null && 'path' in value
