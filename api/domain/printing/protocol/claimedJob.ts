import { blobSize } from '../../../db/blobs.js'
import type { Database } from '../../../db/database.js'
import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { printJobs } from '../../refs.js'
import { openAttemptOf } from '../jobs/attempts.js'
import { offsetMm } from '../printers/offset.js'
import { credentialsOf } from '../printers/printerCredentials.js'
import { asNumbers, parseJson } from '../../../engine/shapes.js'
import { butThese, inOrderOfWork, isReady, isUnderway } from './workOf.js'

/**
 * The next jobs of a printer that its print server shall work on: what is underway first, then the oldest. More than
 * one only where they follow each other in a batch.
 */
export async function nextJobs(
  context: Context,
  printerId: number,
  { held = [], most = 1 }: { held?: readonly number[]; most?: number } = {},
) {
  await expireJobs(context, printerId)
  const { db, tx } = context
  const others = butThese(held)
  const rows = await db.select(
    `SELECT j.id, j.batchId, ${isUnderway} AS underway FROM print_jobs j JOIN printers p ON p.id = j.printerId LEFT JOIN print_batches b ON b.id = j.batchId
     WHERE j.printerId = ? ${others.sql} AND (${isUnderway} OR ${isReady}) ORDER BY ${inOrderOfWork} LIMIT ${most}`,
    [printerId, ...others.values],
    tx,
  )
  const [first] = rows
  const together = rows.filter(
    (row, at) =>
      at === 0 || (row.batchId !== null && row.batchId === first?.batchId && !Number(row.underway)),
  )
  const jobs = []
  for (const { id } of Number(first?.underway) ? together.slice(0, 1) : together)
    jobs.push(await claimedJob(context, Number(id)))
  return jobs.filter((job) => job !== null)
}

async function claimedJob({ db, tx }: Pick<Context, 'db' | 'tx'>, id: number) {
  const [job] = await db.select(
    `SELECT j.id, j.title, j.status, j.purpose, j.expiresAt, j.cancelRequested, j.paper, j.batchId, j.batchPlace,
       j.tray, j.isPart, j.copies, j.pdfSha256, d.pdfSha256 AS whole
     FROM print_jobs j LEFT JOIN documents d ON d.id = j.documentId WHERE j.id = ?`,
    [id],
    tx,
  )
  if (!job) return null
  const isPart = Boolean(job.isPart)
  const archived = async (sha256: unknown) =>
    sha256 == null ? null : { sha256: String(sha256), bytes: await blobSize(db, String(sha256)) }
  return {
    id,
    title: String(job.title),
    status: String(job.status),
    purpose: String(job.purpose),
    expiresAt: job.expiresAt,
    cancelRequested: Boolean(job.cancelRequested),
    paper: parseJson(job.paper),
    tray: job.tray,
    pdf: await archived(isPart ? job.pdfSha256 : (job.pdfSha256 ?? job.whole)),
    part: isPart ? { copyIds: asNumbers(parseJson(job.copies)), whole: await archived(job.whole) } : null,
    attempt: await openAttemptOf({ db, tx }, id),
    batch: job.batchId === null ? null : { id: Number(job.batchId), place: Number(job.batchPlace) },
  }
}

export async function claimedPrinter(db: Database, id: number) {
  const [row] = await db.select(
    'SELECT id, name, uri, options, username, password, tlsPin, tlsCa, offsetX, offsetY FROM printers WHERE id = ?',
    [id],
  )
  return (
    row && {
      id,
      name: String(row.name),
      uri: String(row.uri),
      options: parseJson(row.options ?? '{}'),
      credentials: credentialsOf(db, row),
      offset: { x: offsetMm(row.offsetX), y: offsetMm(row.offsetY) },
    }
  )
}

/** Ends waiting jobs whose time is over. */
async function expireJobs(context: Context, printerId: number): Promise<void> {
  const late = await context.db.select(
    `SELECT id FROM print_jobs WHERE printerId = ? AND status IN ('queued', 'held', 'rendering') AND expiresAt <= ? ORDER BY id`,
    [printerId, context.now],
    context.tx,
  )
  const ended = { status: 'expired', reasons: [], endedAt: context.now }
  for (const { id } of late)
    await updateRecord(context, printJobs, await lockRecord(context, printJobs, Number(id)), ended, 'expire')
}
