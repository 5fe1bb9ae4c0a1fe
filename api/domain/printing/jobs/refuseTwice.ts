import type { Context } from '../../../engine/context.js'
import { Conflict } from '../../../engine/problems.js'
import { findRecords } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { asNumbers } from '../../../engine/shapes.js'
import { say } from '../../../engine/text.js'
import { printJobs } from '../../refs.js'

const ENDED_WITHOUT_PAPER: unknown[] = ['failed', 'canceled', 'expired']

/**
 * Refuses to queue an ended job again whose copies another job prints now, or has printed since: it was moved there, or
 * reprinted. Who wants one more asks for a reprint, which says so in the ledger.
 */
export async function refuseTwice(context: Context, job: Stored & { id: number }): Promise<void> {
  if (job.documentId == null) return
  const copies = new Set(asNumbers(job.copies))
  const others = await findRecords(
    context,
    printJobs,
    { documentId: Number(job.documentId) },
    { order: ['id', 'DESC'], lock: true },
  )
  const taken = others.find(
    (other) =>
      other.id !== job.id &&
      !ENDED_WITHOUT_PAPER.includes(other.status) &&
      (other.status !== 'printed' || String(other.endedAt) > String(job.endedAt)) &&
      asNumbers(other.copies).some((id) => copies.has(id)),
  )
  if (!taken) return
  throw Conflict(
    say(
      `这几联已在任务 #${taken.id} 里打印，重试会打成两份；还要一份请在那里补打。`,
      `Job #${taken.id} prints these copies; trying again would print them twice. For one more, reprint it there.`,
    ),
  )
}
