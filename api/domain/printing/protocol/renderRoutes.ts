import { Router } from 'express'
import { z } from 'zod'
import type { Database } from '../../../db/database.js'
import { answer, callerOf, requestIdOf } from '../../../engine/call.js'
import type { Catalog } from '../../../engine/catalog.js'
import { problem } from '../../../engine/problem.js'
import { write } from '../../../engine/unitOfWork.js'
import { asObject } from '../../../engine/shapes.js'
import { picturesOf } from '../../images/picturesOf.js'
import { archiveDocument } from '../preview/archiveDocument.js'
import { documentContent } from '../preview/documentContent.js'
import {
  CLAIM_SECONDS,
  claimedDocument,
  dropRender,
  failRender,
  finishRender,
  renewRender,
  takeRender,
} from '../preview/renderRequests.js'
import type { Bell } from './bell.js'
import { readBody, readPdf, receivePdf } from './bodies.js'

interface RenderRouteOptions {
  db: Database
  catalog: Catalog
  committed: () => void
  bell: Bell
  draining: AbortSignal
}

const LOOK_EVERY_MS = 500

const StaleClaim = problem('stale_claim', 409, () => ({
  zh: '这份排版已没有人要，或已由另一个打印服务接手。',
  en: 'Nobody wants this any more, or another print server draws it now. Drop it.',
}))

const waitBody = z.object({ waitSeconds: z.number().min(0).max(25).default(0) })
const claimBody = z.object({ claim: z.string().regex(/^[0-9a-f]{16}$/) })
const faultBody = claimBody.extend({
  code: z.enum(['template', 'too-large', 'render-timeout']),
  detail: z.string().max(4000),
  zh: z.string().max(4000).optional(),
  file: z.string().max(200).optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
})

/** Drawing without printing: previews of templates, and documents that are looked at first. Any print server of any site takes any. */
export function renderRoutes({ db, catalog, committed, bell, draining }: RenderRouteOptions): Router {
  const router = Router()

  router.post('/claim', async (request, response) => {
    const { waitSeconds } = readBody(waitBody, request.body)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const until = Date.now() + waitSeconds * 1000
    const signal = AbortSignal.any([gone.signal, draining])
    for (;;) {
      const rung = bell.rung()
      const taken = await takeRender(db)
      if (taken) {
        const { id, claim, documentId } = taken
        const content = documentId === null ? taken.content : await documentContent(db, documentId)
        if (content) {
          const pictures = await picturesOf(db, asObject(content).data)
          const whole = { ...asObject(content), pictures }
          return answer(response, 200, { id, claim, seconds: CLAIM_SECONDS, content: whole })
        }
        await dropRender(db, id)
        continue
      }
      if (Date.now() >= until || signal.aborted) break
      await bell.wait(rung, Math.min(LOOK_EVERY_MS, until - Date.now()), signal)
    }
    response.status(204).end()
  })

  router.post('/:id/renew', async (request, response) => {
    const { claim } = readBody(claimBody, request.body)
    if (!(await renewRender(db, request.params.id, claim))) throw StaleClaim()
    answer(response, 200, { seconds: CLAIM_SECONDS })
  })

  router.put('/:id/pdf', receivePdf(), async (request, response) => {
    const id = String(request.params.id)
    const pdf = readPdf(request.body)
    const { claim } = readBody(claimBody, { claim: request.query.claim })
    const by = { db, catalog, committed, who: callerOf(request), requestId: requestIdOf(request) }
    await write(by, async (context) => {
      const documentId = await claimedDocument(db, id, claim, context.tx)
      if (documentId === undefined) throw StaleClaim()
      if (documentId !== null) await archiveDocument(context, documentId, pdf)
      await finishRender(db, id, documentId === null ? pdf : null, context.tx)
    })
    bell.ring()
    answer(response, 200, {})
  })

  router.post('/:id/failed', async (request, response) => {
    const { claim, ...fault } = readBody(faultBody, request.body)
    if (!(await failRender(db, request.params.id, claim, fault))) throw StaleClaim()
    bell.ring()
    answer(response, 200, {})
  })

  return router
}
