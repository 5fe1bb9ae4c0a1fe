import type { Request, Response } from 'express'
import { readBlob } from '../db/blobs.js'
import { noteLook } from '../domain/printing/documents/documentLooks.js'
import { askForRender, dropRender } from '../domain/printing/preview/renderRequests.js'
import { waitForRender, type RenderEnd } from '../domain/printing/preview/waitForRender.js'
import { allows } from '../engine/access.js'
import { callerOf } from '../engine/call.js'
import { problem } from '../engine/problem.js'
import { NotFound } from '../engine/problems.js'
import { readRecord } from '../engine/records.js'
import type { PreviewOptions } from './templatePreviews.js'

/** A long document takes its time; asking again goes on waiting for the same drawing. */
const PATIENCE_MS = 10_000

const NotRendered = problem('not_rendered', 404, () => ({
  zh: '这张单据还没有排版存档，现在也没有打印服务在线；打印服务启动后即可查看。',
  en: 'This document is not rendered yet and no print server is there to do it; it can be seen once one runs.',
}))

const RenderUnderway = problem('render_underway', 503, () => ({
  zh: '单据正在排版，还没有完成，请稍后再看。',
  en: 'The document is being rendered and not ready yet. Look again in a moment.',
  retryAfterSeconds: 3,
}))

const NotRenderable = problem('render_failed', 422, (detail: string) => ({
  zh: `这张单据排不出版来，请管理员查看它的模板：${detail}`,
  en: `This document cannot be rendered; ask an administrator to look at its template: ${detail}`,
}))

/**
 * `GET /documents/:id/pdf`: the archived bytes, all sheets in copy order. A document that was not printed yet is
 * drawn and archived now, by any print server; what is seen is then what will be printed.
 */
export function documentPdf({ db, catalog, bell, draining }: PreviewOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    const who = callerOf(request)
    const entry = catalog.get('documents')
    const id = Number(request.params.id)
    const record = Number.isSafeInteger(id) ? await readRecord(entry, id) : null
    if (!record || !allows(entry.of.rights.read, who, record))
      throw NotFound(entry.of.label, String(request.params.id).slice(0, 40))
    const sha256 = record.pdfSha256 ?? (await drawn(id))
    const blob = sha256 ? await readBlob(db, String(sha256)) : null
    if (!blob) throw NotRendered()
    await noteLook(db, who, record)
    response
      .type('application/pdf')
      .set({
        'Cache-Control': 'private, max-age=31536000, immutable',
        ETag: `"${String(sha256)}"`,
        'Content-Disposition': `inline; filename="${String(record.no)}-${String(record.revision)}.pdf"`,
      })
      .send(blob.bytes)

    /** Archives the document's PDF and answers its hash; throws a sentence when that cannot be done now. */
    async function drawn(documentId: number): Promise<unknown> {
      const gone = new AbortController()
      response.once('close', () => gone.abort())
      const request = await askForRender(db, { documentId })
      bell.ring()
      const signal = AbortSignal.any([gone.signal, draining])
      const end = await waitForRender(db, bell, request, PATIENCE_MS, signal)
      if (end.state === 'absent') await dropRender(db, request)
      refuse(end)
      return (await readRecord(entry, documentId))?.pdfSha256
    }
  }
}

function refuse(end: RenderEnd): void {
  if (end.state === 'failed') throw NotRenderable(end.fault.detail)
  if (end.state === 'absent') throw NotRendered()
  if (end.state === 'late') throw RenderUnderway()
}
