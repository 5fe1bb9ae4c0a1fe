import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { decide } from '../access.js'
import { callerOf, requestLanguage } from '../call.js'
import type { Entry } from '../catalog.js'
import { shanghaiTime } from '../day.js'
import { whereOf, orderOf } from '../filters.js'
import { listQueryOf } from '../listQuery.js'
import { BadRequest, Forbidden } from '../problems.js'
import { write, type WriteBy } from '../unitOfWork.js'
import { exportTable } from './exportTable.js'
import { formats } from './formats.js'

/** Streams all rows of a filtered list as CSV or XLSX. The export itself is an event of the audit trail. */
export async function exportRows(
  entry: Entry,
  by: WriteBy,
  request: Request,
  response: Response,
): Promise<void> {
  const { of } = entry
  const who = callerOf(request)
  if (decide(of.rights.read, who) === false) throw Forbidden()
  const name = String(request.query.format ?? 'csv')
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (!format)
    throw BadRequest({ zh: '导出格式只能是 csv 或 xlsx。', en: 'The export format must be csv or xlsx.' })
  const query = listQueryOf(request.query)
  whereOf(of, query.filter, who)
  orderOf(of, query.sort, who)

  await write(by, async ({ events }) => {
    events.push({
      action: 'export',
      resource: of.name,
      recordId: null,
      version: null,
      before: null,
      after: { format: name, filter: query.filter, sort: query.sort ?? null },
    })
  })
  const stamp = shanghaiTime(new Date().toISOString()).replace(/[-: ]/g, '')
  response.set({
    'Content-Type': format.mediaType,
    'Content-Disposition': `attachment; filename="${of.name}-${stamp}.${name}"`,
    'Cache-Control': 'no-store',
  })
  const language = requestLanguage(request)
  await pipeline(
    format.bytes(exportTable(by.catalog, entry, query, who, language), of.label[language]),
    response,
  )
}
