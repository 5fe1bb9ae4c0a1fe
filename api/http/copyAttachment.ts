import { raw, type Request, Router } from 'express'
import { readBlob } from '../db/blobs.js'
import { attachScan } from '../domain/printing/copies/attachScan.js'
import { paperHandlers } from '../domain/printing/copies/paperHandlers.js'
import { pictureType } from '../domain/printing/copies/pictureType.js'
import { allows, decide } from '../engine/access.js'
import { answer, callerOf, requestIdOf, requestLanguage } from '../engine/call.js'
import { present } from '../engine/present.js'
import { BadRequest, Forbidden, NotFound } from '../engine/problems.js'
import { readRecord } from '../engine/records.js'
import type { RouterOptions } from '../engine/router.js'
import { say } from '../engine/text.js'
import { write } from '../engine/unitOfWork.js'

/** Bytes travel as two digits each, and MariaDB takes statements of 16 MB unless it is told otherwise. */
const MOST = '7mb'

/** `PUT` and `GET /document-copies/:id/attachment`: the photo or scan of a signed copy, at most 7 MB. */
export function copyAttachment({ db, catalog, committed }: RouterOptions): Router {
  const router = Router()
  const entry = catalog.get('document-copies')
  const recordOf = async (request: Request<{ id: string }>) => {
    const who = callerOf(request)
    const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : 0
    const record = await readRecord(entry, id)
    if (!record || !allows(entry.of.rights.read, who, record))
      throw NotFound(entry.of.label, request.params.id.slice(0, 40))
    return record
  }

  router.put(
    '/:id/attachment',
    (request, _response, next) => {
      if (decide(paperHandlers, callerOf(request)) === false) throw Forbidden()
      next()
    },
    raw({ type: () => true, limit: MOST }),
    async (request, response) => {
      const { id } = await recordOf(request)
      const bytes: unknown = request.body
      if (!Buffer.isBuffer(bytes) || bytes.length === 0)
        throw BadRequest(say('没有收到文件内容。', 'No file came along.'))
      const who = callerOf(request)
      const by = { db, catalog, committed, who, requestId: requestIdOf(request) }
      const copy = await write(by, (context) => attachScan(context, id, bytes))
      answer(response, 200, present(entry.of, { ...copy }, who, requestLanguage(request)))
    },
  )

  router.get('/:id/attachment', async (request, response) => {
    const { attachment } = await recordOf(request)
    const blob = typeof attachment === 'string' ? await readBlob(db, attachment) : null
    const type = blob && pictureType(blob.bytes)
    if (!blob || !type) throw NotFound(say('回单影像', 'picture of the copy'))
    response
      .type(type.mediaType)
      .set({
        'Cache-Control': 'private, no-cache',
        ETag: `"${String(attachment)}"`,
        // Whatever was uploaded is shown and never runs.
        'Content-Security-Policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
        'Content-Disposition': `inline; filename="${String(attachment).slice(0, 12)}.${type.ending}"`,
      })
      .send(blob.bytes)
  })

  return router
}
