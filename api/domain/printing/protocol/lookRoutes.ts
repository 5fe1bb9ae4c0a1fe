import { Router } from 'express'
import { answer, callerOf, requestIdOf } from '../../../engine/call.js'
import type { RouterOptions } from '../../../engine/router.js'
import { write } from '../../../engine/unitOfWork.js'
import { foundBody, storeFound } from '../found/storeFound.js'
import { readBody } from './bodies.js'
import { idOf, requirePrinterOfSite, siteOf } from './call.js'
import { claimedPrinter } from './claimedJob.js'
import { duePrinters } from './duePrinters.js'
import { lookBody, storeLook } from './storeLook.js'

/** How a print server looks after the printers of its site that have nothing to print. */
export function lookRoutes({ db, catalog, committed }: RouterOptions): Router {
  const router = Router()

  router.post('/printers/due', async (request, response) => {
    answer(response, 200, { printers: await duePrinters(db, siteOf(callerOf(request))) })
  })

  router.post('/printers/found', async (request, response) => {
    const found = readBody(foundBody, request.body)
    const who = callerOf(request)
    const by = { db, catalog, committed, who, requestId: requestIdOf(request) }
    await write(by, (context) => storeFound(context, siteOf(who), found))
    answer(response, 200, {})
  })

  router.get('/printers/:id', async (request, response) => {
    await requirePrinterOfSite(db, request)
    answer(response, 200, { printer: await claimedPrinter(db, idOf(request)) })
  })

  router.post('/printers/:id/look', async (request, response) => {
    const look = readBody(lookBody, request.body)
    await requirePrinterOfSite(db, request)
    const by = { db, catalog, committed, who: callerOf(request), requestId: requestIdOf(request) }
    await write(by, (context) => storeLook(context, idOf(request), look))
    answer(response, 200, {})
  })

  return router
}
