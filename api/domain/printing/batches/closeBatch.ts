import type { Context } from '../../../engine/context.js'
import { findRecords, lockRecord, updateRecord } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { asNumbers, parseJson } from '../../../engine/shapes.js'
import { takeNumber } from '../../numbers/takeNumber.js'
import { printBatches, printJobs } from '../../refs.js'
import { queueCovers } from './queueCovers.js'

/** One paper of a batch, in its place. */
export interface Placed {
  place: number
  jobId: number
  printerId: number
  documentId: number
  copies: number
  round: number
}

/**
 * Gives every paper its place, in the order of the orders' numbers and round by round where it is collated by copy, puts
 * a cover in front and lets the batch go to its printers. Answers false where there is nothing to print.
 */
export async function closeBatch(
  context: Context,
  batchId: number,
  refused: readonly Stored[],
): Promise<boolean> {
  const batch = await lockRecord(context, printBatches, batchId)
  const placed = await papersInOrder(context, batchId)
  if (placed.length === 0) return false
  for (const { jobId, place } of placed)
    await context.db.execute('UPDATE print_jobs SET batchPlace = ? WHERE id = ?', [place, jobId], context.tx)

  // Cancelled while it was made ready: its papers are issued, and what came after the cancellation is not printed.
  const isWanted = batch.status === 'assembling'
  if (!isWanted) await cancelLatecomers(context, batchId)
  const no = await takeNumber(context, 'PC', { resource: printBatches.name, id: batchId })
  const named = {
    ...batch,
    no,
    name: `B${Number(no.slice(-4))}`,
    documents: new Set(placed.map(({ documentId }) => documentId)).size,
    copies: placed.reduce((sum, { copies }) => sum + copies, 0),
    collation: placed.some(({ round }) => round > 1) ? 'copy' : 'document',
    printerIds: [...new Set(placed.map(({ printerId }) => printerId))],
  }
  if (isWanted && batch.hasCover) await queueCovers(context, named)
  const { name, documents, copies, collation, printerIds } = named
  const firstJobId = Math.min(...placed.map(({ jobId }) => jobId))
  await updateRecord(
    context,
    printBatches,
    batch,
    {
      ...{ no, name, documents, copies, collation, printerIds, firstJobId, refused },
      ...(isWanted && { status: 'open' }),
    },
    'release',
  )
  return true
}

async function papersInOrder({ db, tx }: Context, batchId: number): Promise<Placed[]> {
  const rows = await db.select(
    `SELECT j.id, j.printerId, j.documentId, j.copies, COALESCE(j.batchPlace, 1) AS round FROM print_jobs j
     JOIN documents d ON d.id = j.documentId LEFT JOIN orders o ON o.id = d.orderId
     WHERE j.batchId = ? ORDER BY round, o.no, d.no, j.id`,
    [batchId],
    tx,
  )
  return rows.map((row, at) => ({
    place: at + 1,
    jobId: Number(row.id),
    printerId: Number(row.printerId),
    documentId: Number(row.documentId),
    copies: asNumbers(parseJson(row.copies)).length,
    round: Number(row.round),
  }))
}

async function cancelLatecomers(context: Context, batchId: number): Promise<void> {
  for (const job of await findRecords(context, printJobs, { batchId, status: 'queued' }, { lock: true }))
    await updateRecord(context, printJobs, job, { status: 'canceled', endedAt: context.now }, 'cancel')
}
