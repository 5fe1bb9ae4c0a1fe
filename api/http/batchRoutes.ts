import { Router } from 'express'
import { batchPlaces } from '../domain/printing/batches/batchPlaces.js'
import { allows, decide } from '../engine/access.js'
import { answer, callerOf } from '../engine/call.js'
import { Forbidden, NotFound } from '../engine/problems.js'
import { readRecord } from '../engine/records.js'
import type { RouterOptions } from '../engine/router.js'

/** `GET /:id/places`: what became of every sheet of a batch, and the same in one sentence. */
export function batchRoutes({ db, catalog }: Pick<RouterOptions, 'db' | 'catalog'>): Router {
  const router = Router()
  router.get('/:id/places', async (request, response) => {
    const entry = catalog.get('print-batches')
    if (decide(entry.of.rights.read, callerOf(request)) === false) throw Forbidden()
    const { id } = request.params
    const batch = /^\d{1,15}$/.test(id) ? await readRecord(entry, Number(id)) : null
    if (!batch || !allows(entry.of.rights.read, callerOf(request), batch))
      throw NotFound(entry.of.label, id.slice(0, 40))
    answer(response, 200, await batchPlaces(db, batch.id))
  })
  return router
}
