import compression from 'compression'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { Database } from '../db/database.js'
import type { Bell } from '../domain/printing/protocol/bell.js'
import { printServerRoutes } from '../domain/printing/protocol/routes.js'
import type { ShownVariable } from '../domain/settings/shownEnvironment.js'
import { answer, callerOf } from '../engine/call.js'
import type { Catalog } from '../engine/catalog.js'
import { openApi } from '../engine/openApi.js'
import { NotFound } from '../engine/problems.js'
import { publishedSchema } from '../engine/publishedSchema.js'
import { resourceRouter } from '../engine/router.js'
import { say } from '../engine/text.js'
import { batchRoutes } from './batchRoutes.js'
import { consoleRoutes } from './console.js'
import { copyAttachment } from './copyAttachment.js'
import { deskRoutes } from './deskRoutes.js'
import { documentPdf } from './documentPdf.js'
import type { EventStream } from './eventStream.js'
import { handleErrors } from './handleErrors.js'
import { health } from './health.js'
import { identify } from './identify.js'
import { imageRoutes } from './imageRoutes.js'
import { importRoutes } from './importRoutes.js'
import { logRequests } from './logRequests.js'
import { monthZip } from './monthZip.js'
import { otherOpenApiPaths } from './openApiPaths.js'
import { scanRoute } from './scanRoute.js'
import { securityHeaders } from './securityHeaders.js'
import { sessionRoutes } from './sessionRoutes.js'
import { templatePreviews, templateSample } from './templatePreviews.js'

export interface AppOptions {
  db: Database
  catalog: Catalog
  log: Logger
  events: EventStream
  bell: Bell
  draining: AbortSignal
  trustProxy: string | null
  environment: readonly ShownVariable[]
}

const MOST_BODY = '1mb'

/** Everything that a request passes, in order. Every API route is closed unless a declaration opens it. */
export function createApp({
  db,
  catalog,
  log,
  events,
  bell,
  draining,
  trustProxy,
  environment,
}: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  if (trustProxy !== null) app.set('trust proxy', /^\d+$/.test(trustProxy) ? Number(trustProxy) : trustProxy)
  const committed = () => {
    bell.ring()
    events.wake()
  }
  const options = { db, catalog, committed }
  const { routes, measure } = health(db, draining)

  app.use(measure, logRequests(log), securityHeaders())
  app.use(routes)

  const api = express.Router()
  api.use(identify(db))
  api.use(express.json({ limit: MOST_BODY, strict: false, type: ['application/json', 'application/*+json'] }))
  api.use('/session', sessionRoutes(options))
  api.use((request, _response, next) => {
    callerOf(request)
    next()
  })
  api.get('/schema', async (request, response) =>
    answer(response, 200, await publishedSchema(catalog, callerOf(request), db)),
  )
  api.get('/openapi.json', (_request, response) => answer(response, 200, openApi(catalog, otherOpenApiPaths)))
  api.get('/events', (request, response) => events.handler(request, response))
  // What print servers tell makes no work for other print servers.
  const told = { ...options, committed: () => events.wake() }
  api.use('/print-server/v1', printServerRoutes({ ...told, bell, draining }))
  api.use(compression())
  api.use(deskRoutes({ ...options, environment }))
  const previews = { db, catalog, bell, draining }
  api.use('/document-copies', copyAttachment(options))
  api.post('/document-copies/scan', scanRoute(options))
  api.get('/documents/:id/pdf', documentPdf(previews))
  api.post('/template-previews', templatePreviews(previews))
  api.get('/template-samples/:kind', templateSample)
  api.get('/month-exports/:id/zip', monthZip(options))
  api.use('/imports', importRoutes(options))
  api.use('/images', imageRoutes(options))
  api.use('/print-batches', batchRoutes(options))
  // One look instead of a match for each of the many record types; the router itself sees the path as if mounted there.
  const resources = new Map(catalog.list.map((entry) => [entry.of.name, resourceRouter(entry, options)]))
  api.use('/:resource', (request, response, next) => {
    const router = resources.get(request.params.resource)
    if (router) router(request, response, next)
    else next()
  })
  api.use((request) => {
    throw NotFound(say(request.path, request.path))
  })
  app.use('/api', api)
  app.use(compression(), consoleRoutes())
  app.use(handleErrors(log))
  return app
}
