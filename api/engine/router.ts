import { Router, type Request } from 'express'
import type { Database } from '../db/database.js'
import { decide, type Principal } from './access.js'
import { bulkAct } from './bulkActions.js'
import { answer, callerOf, requestIdOf, requestLanguage } from './call.js'
import type { Catalog, Entry } from './catalog.js'
import type { Context } from './context.js'
import { exportRows } from './export/exportRows.js'
import { onceOf, writeOnce, type Reply } from './idempotency.js'
import { list } from './list.js'
import { listQueryOf } from './listQuery.js'
import { act, create, prepared, remove, update } from './operations.js'
import { present } from './present.js'
import { BadRequest, Forbidden, NotFound } from './problems.js'
import { allows } from './access.js'
import { readRecord } from './records.js'
import type { Stored } from './resource.js'
import { titleCache } from './titles.js'
import { write, type WriteBy } from './unitOfWork.js'

export interface RouterOptions {
  db: Database
  catalog: Catalog
  committed: () => void
}

/** The simple-rest routes and the actions of one resource. A handler is: parse, allow, act, present. */
export function resourceRouter(entry: Entry, { db, catalog, committed }: RouterOptions): Router {
  const router = Router()
  const { of } = entry
  const by = (request: Request): WriteBy => ({
    db,
    catalog,
    committed,
    who: callerOf(request),
    requestId: requestIdOf(request),
  })
  const show = (request: Request, record: Stored, shown: Entry = entry) =>
    present(shown.of, record, callerOf(request), requestLanguage(request))
  const once = (request: Request, path = request.path) =>
    onceOf(
      request.get('idempotency-key'),
      nameOf(callerOf(request)),
      request.method,
      request.baseUrl + path,
      request.body,
    )
  const reply = (request: Request, work: (context: Context) => Promise<Reply>) =>
    writeOnce(by(request), once(request), work)
  const storing = of.revealsSecret
    ? (request: Request, work: (context: Context) => Promise<Reply>) => write(by(request), work)
    : reply

  router.get('/', async (request, response) => {
    const who = callerOf(request)
    if (decide(of.rights.read, who) === false) throw Forbidden()
    const query = listQueryOf(request.query)
    const { rows, total, asOf } = await list(entry, query, who)
    await of.complete?.(titleCache(catalog, who), rows)
    const language = requestLanguage(request)
    const records = rows.map((row) => present(of, row, who, language))
    const from = query.range?.from ?? 0
    const span = records.length > 0 ? `${from}-${from + records.length - 1}` : '*'
    response.set('Content-Range', `${of.name} ${span}/${total}`)
    if (asOf !== null) response.set('X-Total-As-Of', new Date(asOf).toISOString())
    answer(response, 200, records)
  })

  router.get('/export', (request, response) => exportRows(entry, by(request), request, response))

  router.get('/:id', async (request, response) => {
    const who = callerOf(request)
    if (decide(of.rights.read, who) === false) throw Forbidden()
    const id = idOf(request, entry)
    const record = await readRecord(entry, id)
    if (!record || !allows(of.rights.read, who, record)) throw NotFound(of.label, id)
    await of.complete?.(titleCache(catalog, who), [record])
    answer(response, 200, show(request, record))
  })

  router.post('/', async (request, response) => {
    const { status, body } = await storing(request, async (context) => {
      const record = await create(context, entry, request.body)
      return { status: 201, body: { ...show(request, record), ...context.reveal } }
    })
    answer(response, status, body)
  })

  if (of.preview)
    router.post('/preview', async (request, response) => {
      const body = await write(by(request), async (context) =>
        show(request, { ...(await prepared(context, entry, request.body)), id: null, version: null }),
      )
      answer(response, 200, body)
    })

  router.put('/:id', async (request, response) => {
    const id = idOf(request, entry)
    const record = await write(by(request), (context) => update(context, entry, id, request.body))
    answer(response, 200, show(request, record))
  })

  router.delete('/:id', async (request, response) => {
    const id = idOf(request, entry)
    const record = await write(by(request), (context) => remove(context, entry, id))
    answer(response, 200, show(request, record))
  })

  router.post('/actions/:action', async (request, response) => {
    answer(response, 200, await bulkAct(entry, by(request), request, (path) => once(request, path)))
  })

  router.post('/:id/:action', async (request, response) => {
    const id = idOf(request, entry)
    const { status, body } = await reply(request, async (context) => {
      const done = await act(context, catalog, entry, request.params.action, id, request.body)
      return { status: 200, body: { ...show(request, done.record, done.entry), ...context.reveal } }
    })
    answer(response, status, body)
  })

  return router
}

const nameOf = (who: Principal): string => `${who.kind}:${who.id}`

function idOf(request: Request<{ id: string }>, { of }: Entry): number {
  const { id } = request.params
  if (!/^\d{1,16}$/.test(id)) throw NotFound(of.label, id.slice(0, 40))
  const parsed = Number(id)
  if (!Number.isSafeInteger(parsed)) throw BadRequest({ zh: '编号太大。', en: 'The id is too large.' })
  return parsed
}
