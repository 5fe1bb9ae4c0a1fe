import { raw, Router, type Request, type RequestHandler } from 'express'
import { readBlob } from '../db/blobs.js'
import { imageKeepers } from '../domain/images/image.js'
import { keepImage, replaceImage } from '../domain/images/keepImage.js'
import { refuseWhereUsed } from '../domain/images/refuseWhereUsed.js'
import { decide } from '../engine/access.js'
import { answer, callerOf, requestIdOf, requestLanguage } from '../engine/call.js'
import { present } from '../engine/present.js'
import { BadRequest, Forbidden, NotFound } from '../engine/problems.js'
import { readRecord } from '../engine/records.js'
import type { RouterOptions } from '../engine/router.js'
import { say } from '../engine/text.js'
import { write } from '../engine/unitOfWork.js'

/** A page of HTML holds some megabytes, and a picture may stand on it more than once. */
const MOST = '1mb'

/**
 * What pictures need beside the routes of their declaration: `POST /images?name=stamp` and `PUT /images/:id/picture`
 * take the bytes of a PNG or JPEG, at most 1 MB; `GET /images/:id/picture` shows them.
 */
export function imageRoutes({ db, catalog, committed }: RouterOptions): Router {
  const router = Router()
  const entry = catalog.get('images')
  const receive = raw({ type: () => true, limit: MOST })
  const by = (request: Request) => ({
    db,
    catalog,
    committed,
    who: callerOf(request),
    requestId: requestIdOf(request),
  })
  const shown = (request: Request, image: object) =>
    present(entry.of, { ...image }, callerOf(request), requestLanguage(request))
  const recordOf = async (request: Request<{ id: string }>) => {
    const record = await readRecord(entry, idOf(request.params.id))
    if (!record) throw NotFound(entry.of.label, request.params.id.slice(0, 40))
    return record
  }

  router.post('/', namedOnly, keepersOnly, receive, async (request, response) => {
    const name = String(request.query.name).trim()
    const bytes = bytesOf(request)
    const image = await write(by(request), (context) => keepImage(context, name, bytes))
    answer(response, 201, shown(request, image))
  })

  router.put('/:id/picture', keepersOnly, receive, async (request: Request<{ id: string }>, response) => {
    const { id } = await recordOf(request)
    const bytes = bytesOf(request)
    const image = await write(by(request), (context) => replaceImage(context, id, bytes))
    answer(response, 200, shown(request, image))
  })

  router.get('/:id/picture', async (request, response) => {
    const { sha256 } = await recordOf(request)
    const blob = await readBlob(db, String(sha256))
    if (!blob) throw NotFound(entry.of.label, request.params.id)
    response
      .type(blob.mediaType)
      .set({
        'Cache-Control': 'private, no-cache',
        ETag: `"${String(sha256)}"`,
        'Content-Security-Policy': "default-src 'none'; img-src 'self'; sandbox",
      })
      .send(blob.bytes)
  })

  router.delete('/:id', async (request, _response, next) => {
    if (decide(imageKeepers, callerOf(request)) !== false) await refuseWhereUsed(db, idOf(request.params.id))
    next()
  })

  return router
}

const idOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0)

/** Without a name it is left to the declaration, by which nobody makes one. */
const namedOnly: RequestHandler = (request, _response, next) =>
  next(request.query.name === undefined ? 'route' : undefined)

const keepersOnly: RequestHandler<never> = (request, _response, next) => {
  if (decide(imageKeepers, callerOf(request)) === false) throw Forbidden()
  next()
}

function bytesOf({ body }: Request): Buffer {
  const bytes: unknown = body
  if (Buffer.isBuffer(bytes) && bytes.length > 0) return bytes
  throw BadRequest(say('没有收到图片内容。', 'No picture came along.'))
}
