import type { Request, Response } from 'express'
import { readBlob } from '../db/blobs.js'
import type { Database } from '../db/database.js'
import { allows } from '../engine/access.js'
import { callerOf } from '../engine/call.js'
import type { Catalog } from '../engine/catalog.js'
import { problem } from '../engine/problem.js'
import { NotFound } from '../engine/problems.js'
import { readRecord } from '../engine/records.js'

const NotRendered = problem('not_rendered', 404, () => ({
  zh: '这张单据还没有排版存档,打印服务处理后即可查看。',
  en: 'This document is not rendered yet; it can be seen once the print server has taken it up.',
}))

/** `GET /documents/:id/pdf`: the archived bytes, all sheets in copy order. */
export function documentPdf(db: Database, catalog: Catalog) {
  return async (request: Request, response: Response): Promise<void> => {
    const who = callerOf(request)
    const entry = catalog.get('documents')
    const id = Number(request.params.id)
    const record = Number.isSafeInteger(id) ? await readRecord(entry, id) : null
    if (!record || !allows(entry.of.rights.read, who, record))
      throw NotFound(entry.of.label, String(request.params.id).slice(0, 40))
    const blob = record.pdfSha256 ? await readBlob(db, String(record.pdfSha256)) : null
    if (!blob) throw NotRendered()
    response
      .type('application/pdf')
      .set({
        'Cache-Control': 'private, max-age=31536000, immutable',
        ETag: `"${String(record.pdfSha256)}"`,
        'Content-Disposition': `inline; filename="${String(record.no)}-${String(record.revision)}.pdf"`,
      })
      .send(blob.bytes)
  }
}
