import { pipeline } from 'node:stream/promises'
import { Router, type Request } from 'express'
import { csvText } from '../engine/export/csvText.js'
import { formats } from '../engine/export/formats.js'
import { allows } from '../engine/access.js'
import { answer, callerOf, requestIdOf, requestLanguage } from '../engine/call.js'
import { sha256 } from '../engine/canonical.js'
import { onceOf } from '../engine/idempotency.js'
import { importLabel } from '../engine/import/importable.js'
import { importTemplate } from '../engine/import/importTemplate.js'
import { MOST_BYTES } from '../engine/import/sheet/sheet.js'
import { BadRequest, NotFound, TooLarge } from '../engine/problems.js'
import { readRecord } from '../engine/records.js'
import type { RouterOptions } from '../engine/router.js'
import { asObject, asObjects, parseJson } from '../engine/shapes.js'
import { say } from '../engine/text.js'
import { fileColumns } from '../domain/imports/fileColumns.js'
import { allowedTarget, receiveFile } from '../domain/imports/receiveFile.js'

/** What imports need beside the routes of their declaration: the upload, the template, and the faults of a file. */
export function importRoutes({ db, catalog, committed }: RouterOptions): Router {
  const router = Router()

  router.post('/', async (request, response, next) => {
    const who = callerOf(request)
    // An import without a file is nothing that anybody may make.
    if (request.query.target === undefined) return next()
    const target = String(request.query.target)
    allowedTarget(catalog, target, who)
    const fileName = String(request.query.fileName ?? '')
      .replaceAll(/[\p{Cc}/\\]/gu, ' ')
      .trim()
    if (fileName === '')
      throw BadRequest(say('缺少文件名 fileName。', 'The name of the file (fileName) is missing.'))
    const bytes = await bodyOf(request)
    const once = onceOf(
      request.get('idempotency-key'),
      `${who.kind}:${who.id}`,
      request.method,
      `${request.baseUrl}/`,
      { target, fileName, sha256: sha256(bytes) },
    )
    const by = { db, catalog, committed, who, requestId: requestIdOf(request) }
    const { status, body } = await receiveFile(
      by,
      { target, fileName, bytes },
      once,
      requestLanguage(request),
    )
    answer(response, status, body)
  })

  router.get('/template', async (request, response) => {
    const who = callerOf(request)
    const { entry } = allowedTarget(catalog, String(request.query.target ?? ''), who)
    const name = String(request.query.format ?? 'xlsx')
    const format = Object.hasOwn(formats, name) ? formats[name] : undefined
    if (!format) throw BadRequest(say('格式只能是 csv 或 xlsx。', 'The format must be csv or xlsx.'))
    const language = requestLanguage(request)
    const label = importLabel(entry.of)[language]
    response.set({
      'Content-Type': format.mediaType,
      'Content-Disposition': attachment(`${label}.${name}`),
      'Cache-Control': 'no-store',
    })
    await pipeline(format.bytes(importTemplate(entry.of, who, language), label), response)
  })

  router.get('/:id/errors', async (request, response) => {
    const who = callerOf(request)
    const entry = catalog.get('imports')
    const id = Number(request.params.id)
    const record = Number.isSafeInteger(id) ? await readRecord(entry, id) : null
    if (!record || !allows(entry.of.rights.read, who, record))
      throw NotFound(entry.of.label, request.params.id.slice(0, 40))
    const [row] = await db.select('SELECT errors FROM imports WHERE id = ?', [id])
    const language = requestLanguage(request)
    const heads = new Map(fileColumns(record.columns).map(({ letter, head }) => [letter, head]))
    const errors = asObjects(row?.errors ? parseJson(row.errors) : []).map(
      ({ row: number, column, message }) => ({
        row: Number(number),
        column: String(column),
        head: heads.get(String(column)) ?? '',
        message: String(asObject(message)[language]),
      }),
    )
    if (request.query.format !== 'csv') return answer(response, 200, errors)
    const titles = language === 'zh' ? ['行', '列', '列名', '问题'] : ['Row', 'Column', 'Head', 'Problem']
    response
      .set({
        'Content-Disposition': attachment(`${String(record.fileName)}.csv`),
        'Cache-Control': 'no-store',
      })
      .type('text/csv; charset=utf-8')
      .send(csvText([titles, ...errors.map((one) => [String(one.row), one.column, one.head, one.message])]))
  })

  return router
}

const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

async function bodyOf(request: Request): Promise<Buffer> {
  const tooLarge = () => TooLarge(`${MOST_BYTES / 1024 / 1024} MB`)
  if (Number(request.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge()
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue
    size += part.length
    if (size > MOST_BYTES) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
