import { raw, Router, type Request } from 'express'
import { z } from 'zod'
import { readBlob } from '../../../db/blobs.js'
import type { Database } from '../../../db/database.js'
import { answer, callerOf, requestIdOf } from '../../../engine/call.js'
import type { Catalog } from '../../../engine/catalog.js'
import type { Context } from '../../../engine/context.js'
import { Forbidden, NotFound } from '../../../engine/problems.js'
import { say } from '../../../engine/text.js'
import { write } from '../../../engine/unitOfWork.js'
import { PRINT_SERVER } from '../../access/roles.js'
import { picturesOf } from '../../images/picturesOf.js'
import { archivePdf } from './archivePdf.js'
import type { Bell } from './bell.js'
import { readBody, readPdf, receivePdf } from './bodies.js'
import { claimedPrinter, nextJobs } from './claimedJob.js'
import { contentOf } from './content.js'
import { idOf, NotYours, requireJobOfSite, requirePrinterOfSite, siteOf } from './call.js'
import { jobsAhead } from './jobsAhead.js'
import { PDFS, readPdfs } from './readPdfs.js'
import { LEASE_SECONDS, printersWithWork, releaseLease, renewLease, takeLease } from './lease.js'
import { lookRoutes } from './lookRoutes.js'
import { noteSeen } from './printServersSeen.js'
import { openAttempt } from './openAttempt.js'
import { printerReportBody, storePrinterState } from './printerState.js'
import { renderRoutes } from './renderRoutes.js'
import { applyReport, reportBody } from './report.js'

export interface ProtocolOptions {
  db: Database
  catalog: Catalog
  committed: () => void
  bell: Bell
  /** Aborted when the server drains: waiting claims end at once. */
  draining: AbortSignal
}

const LOOK_EVERY_MS = 500

const claimBody = z.object({
  server: z.string().min(1).max(80),
  printers: z.array(z.number().int()).max(1000).default([]),
  waitSeconds: z.number().min(0).max(25).default(0),
})
const fenceBody = z.object({ fence: z.number().int() })
const aheadBody = z.object({
  held: z.array(z.number().int()).max(200).default([]),
  most: z.number().int().min(1).max(100),
})
const MOST_PDFS = '64mb'
const nextBody = fenceBody.extend({
  held: z.array(z.number().int()).max(100).default([]),
  most: z.number().int().min(1).max(20).default(1),
})
const attemptBody = fenceBody.extend({
  token: z.string().regex(/^[0-9a-f]{8}$/),
  printerUuid: z.string().max(100).nullish(),
  printerUpTime: z.number().int().nullish(),
  offset: z.object({ x: z.number().min(-20).max(20), y: z.number().min(-20).max(20) }).optional(),
})

/** Contract 2 of ARCHITECTURE.md: what print servers may ask, by keys with the print server's role only. */
export function printServerRoutes({ db, catalog, committed, bell, draining }: ProtocolOptions): Router {
  const router = Router()
  const by = (request: Request) => ({
    db,
    catalog,
    committed,
    who: callerOf(request),
    requestId: requestIdOf(request),
  })

  router.use((request, _response, next) => {
    if (!callerOf(request).roles.includes(PRINT_SERVER)) throw Forbidden()
    next()
  })

  router.use('/renders', renderRoutes({ db, catalog, committed, bell, draining }))
  router.use(lookRoutes({ db, catalog, committed }))

  router.post('/claim', async (request, response) => {
    const { server, printers, waitSeconds } = readBody(claimBody, request.body)
    const who = callerOf(request)
    noteSeen(db, who, server)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const until = Date.now() + waitSeconds * 1000
    const signal = AbortSignal.any([gone.signal, draining])
    for (;;) {
      const rung = bell.rung()
      for (const printerId of await printersWithWork(db, siteOf(who), printers)) {
        const claim = await write(by(request), (context) => claimPrinter(context, printerId, server))
        if (claim) return answer(response, 200, { ...claim, printer: await claimedPrinter(db, printerId) })
      }
      if (Date.now() >= until || signal.aborted) break
      await bell.wait(rung, Math.min(LOOK_EVERY_MS, until - Date.now()), signal)
    }
    response.status(204).end()
  })

  /** Runs the work with the lease of the job's printer checked and renewed, all in one transaction. */
  const forJob = <T>(
    request: Request,
    fence: number,
    work: (context: Context, jobId: number, printerId: number) => Promise<T>,
  ) =>
    write(by(request), async (context) => {
      const jobId = idOf(request)
      const [row] = await db.select(
        'SELECT j.printerId, p.site FROM print_jobs j JOIN printers p ON p.id = j.printerId WHERE j.id = ?',
        [jobId],
        context.tx,
      )
      if (!row) throw NotFound(say('打印任务', 'Print jobs'), jobId)
      if (row.site !== siteOf(context.who)) throw NotYours()
      await renewLease(db, Number(row.printerId), fence, context.tx)
      return work(context, jobId, Number(row.printerId))
    })

  router.post('/jobs/:id/next', async (request, response) => {
    const { fence, ...wanted } = readBody(nextBody, request.body)
    const [job = null, ...following] = await forJob(request, fence, (context, _job, printerId) =>
      nextJobs(context, printerId, wanted),
    )
    answer(response, 200, { job, following })
  })

  router.get('/jobs/:id/content', async (request, response) => {
    await requireJobOfSite(db, request)
    const content = await contentOf(db, idOf(request))
    answer(response, 200, { ...content, pictures: await picturesOf(db, content.data) })
  })

  router.put('/jobs/:id/pdf', receivePdf(), async (request, response) => {
    const pdf = readPdf(request.body)
    const fence = Number(request.query.fence)
    const sha256 = await forJob(request, fence, (context, jobId) =>
      archivePdf(context, jobId, pdf, request.query.whole === '1' ? 'drawn' : 'sent'),
    )
    answer(response, 200, { sha256 })
  })

  router.post('/jobs/:id/ahead', async (request, response) => {
    const wanted = readBody(aheadBody, request.body)
    await requireJobOfSite(db, request)
    answer(response, 200, await jobsAhead(db, idOf(request), wanted))
  })

  router.put('/jobs/:id/pdfs', raw({ type: PDFS, limit: MOST_PDFS }), async (request, response) => {
    const pdfs = readPdfs(request.body)
    const archived = await forJob(request, Number(request.query.fence), async (context, _job, printerId) => {
      await requirePrinterOf(
        context,
        pdfs.map(({ jobId }) => jobId),
        printerId,
      )
      const hashes: Record<number, string> = {}
      for (const { jobId, pdf } of pdfs) hashes[jobId] = await archivePdf(context, jobId, pdf, 'drawn')
      return hashes
    })
    answer(response, 200, { archived })
  })

  router.get('/pdf/:sha256', async (request, response) => {
    const { sha256 } = request.params
    const blob = /^[0-9a-f]{64}$/.test(sha256) ? await readBlob(db, sha256) : null
    if (!blob) throw NotFound(say('PDF', 'PDF'), sha256.slice(0, 64))
    response.type(blob.mediaType).set('Cache-Control', 'no-store').send(blob.bytes)
  })

  router.post('/jobs/:id/attempt', async (request, response) => {
    const { fence, ...attempt } = readBody(attemptBody, request.body)
    answer(
      response,
      200,
      await forJob(request, fence, (context, jobId) => openAttempt(context, jobId, fence, attempt)),
    )
  })

  router.post('/jobs/:id/report', async (request, response) => {
    const report = readBody(reportBody, request.body)
    answer(
      response,
      200,
      await forJob(request, report.fence, (context, jobId) => applyReport(context, jobId, report)),
    )
  })

  router.post('/printers/:id/state', async (request, response) => {
    const state = readBody(printerReportBody, request.body)
    await requirePrinterOfSite(db, request)
    await write(by(request), async (context) => {
      await renewLease(db, idOf(request), state.fence, context.tx)
      await storePrinterState(context, idOf(request), state)
    })
    answer(response, 200, {})
  })

  router.post('/leases/:id/renew', async (request, response) => {
    const { fence } = readBody(fenceBody, request.body)
    await requirePrinterOfSite(db, request)
    await renewLease(db, idOf(request), fence)
    answer(response, 200, { seconds: LEASE_SECONDS })
  })

  router.post('/leases/:id/release', async (request, response) => {
    const { fence } = readBody(fenceBody, request.body)
    await requirePrinterOfSite(db, request)
    await releaseLease(db, idOf(request), fence)
    answer(response, 200, {})
  })

  return router
}

async function claimPrinter(context: Context, printerId: number, server: string) {
  const fence = await takeLease(context.db, printerId, server, context.tx)
  if (fence === null) return null
  const [job] = await nextJobs(context, printerId)
  if (job) return { lease: { printerId, fence, seconds: LEASE_SECONDS }, job }
  // Its work went away between the look and the lease: leave the printer to whoever gets the next job.
  await context.db.execute(
    'UPDATE printers SET leaseUntil = NULL, leaseOwner = NULL WHERE id = ?',
    [printerId],
    context.tx,
  )
  return null
}

/** The lease that was checked is that of one printer. */
async function requirePrinterOf({ db, tx }: Context, jobIds: number[], printerId: number): Promise<void> {
  const rows = await db.select(
    `SELECT COUNT(*) AS own FROM print_jobs WHERE printerId = ? AND id IN (${jobIds.map(() => '?').join(', ')})`,
    [printerId, ...jobIds],
    tx,
  )
  if (Number(rows[0]?.own) !== new Set(jobIds).size) throw NotYours()
}
