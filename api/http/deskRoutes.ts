import { Router } from 'express'
import { figuresOf } from '../domain/dashboard/figures.js'
import { salesByDay } from '../domain/dashboard/salesByDay.js'
import { readPreferences, writePreferences } from '../domain/preferences/preferences.js'
import type { ShownVariable } from '../domain/settings/shownEnvironment.js'
import { systemInfo } from '../domain/settings/systemInfo.js'
import { decide } from '../engine/access.js'
import { answer, callerOf, requestLanguage } from '../engine/call.js'
import { present } from '../engine/present.js'
import { Forbidden } from '../engine/problems.js'
import type { RouterOptions } from '../engine/router.js'
import { searchAll } from '../engine/search.js'
import { asObject } from '../engine/shapes.js'

interface DeskOptions extends Pick<RouterOptions, 'db' | 'catalog'> {
  environment: readonly ShownVariable[]
}

/** What a person's desk needs beside the records: one search over all of them, the day's figures, own preferences. */
export function deskRoutes({ db, catalog, environment }: DeskOptions): Router {
  const router = Router()
  const now = () => new Date().toISOString()

  router.get('/search', async (request, response) => {
    const who = callerOf(request)
    const { q } = request.query
    const hits = await searchAll(catalog, typeof q === 'string' ? q : '', who)
    const results = hits.map(({ entry: { of }, record, exact }) => ({
      resource: of.name,
      exact,
      record: present(of, record, who, requestLanguage(request)),
    }))
    answer(response, 200, { results })
  })

  router.get('/dashboard', async (request, response) => {
    const who = callerOf(request)
    const [figures, sales] = await Promise.all([
      figuresOf(db, catalog, who, now()),
      salesByDay(db, catalog, who, now()),
    ])
    answer(response, 200, { figures, sales })
  })

  router.get('/system', async (request, response) => {
    if (decide(['admin'], callerOf(request)) === false) throw Forbidden()
    answer(response, 200, await systemInfo(db, environment))
  })

  router.get('/preferences', async (request, response) => {
    answer(response, 200, await readPreferences(db, callerOf(request)))
  })

  router.put('/preferences', async (request, response) => {
    const who = callerOf(request)
    await writePreferences(db, who, asObject(request.body), now())
    answer(response, 200, await readPreferences(db, who))
  })

  return router
}
