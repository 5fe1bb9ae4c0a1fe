import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { readFile } from '../db/files.js'
import { allows, decide } from '../engine/access.js'
import { callerOf, requestIdOf } from '../engine/call.js'
import { problem } from '../engine/problem.js'
import { Forbidden, NotFound } from '../engine/problems.js'
import { readRecord } from '../engine/records.js'
import type { RouterOptions } from '../engine/router.js'
import { write } from '../engine/unitOfWork.js'

const NotReady = problem('not_ready', 409, () => ({
  zh: '这个月的文件还没有做好，或已清除。',
  en: 'The file of this month is not made yet, or was discarded.',
}))

/** `GET /month-exports/:id/zip`: the finished ZIP, whichever process made it. The download is an event of the trail. */
export function monthZip(options: RouterOptions) {
  const { db, catalog } = options
  const entry = catalog.get('month-exports')
  return async (request: Request, response: Response): Promise<void> => {
    const who = callerOf(request)
    if (decide(entry.of.rights.read, who) === false) throw Forbidden()
    const id = Number(request.params.id)
    const record = Number.isSafeInteger(id) ? await readRecord(entry, id) : null
    if (!record || !allows(entry.of.rights.read, who, record))
      throw NotFound(entry.of.label, String(request.params.id).slice(0, 40))
    if (record.status !== 'ready' || record.fileId === null) throw NotReady()
    await write({ ...options, who, requestId: requestIdOf(request) }, async ({ events }) => {
      const after = { month: record.month, sha256: record.sha256 }
      events.push({
        action: 'download',
        resource: entry.of.name,
        recordId: id,
        version: null,
        before: null,
        after,
      })
    })
    const size = Number(record.size)
    response.type('application/zip').set({
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="slipway-${String(record.month)}.zip"`,
      'Cache-Control': 'no-store',
    })
    await pipeline(Readable.from(readFile(db, Number(record.fileId), size)), response)
  }
}
