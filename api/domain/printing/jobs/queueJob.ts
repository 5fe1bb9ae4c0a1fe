import type { Context } from '../../../engine/context.js'
import { insertRecord } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { printBatches, printJobs } from '../../refs.js'

/** A pass of paper that is wanted; everything else about a job is learnt on its way. */
export interface WantedJob {
  title: unknown
  printer: { id: number; paused?: unknown }
  documentId?: unknown
  /** Ids of document copies. */
  copies: unknown
  templateId: unknown
  paper: unknown
  purpose: 'first' | 'reprint' | 'test-page' | 'cover'
  /** The printer's name of the tray; absent: as its options say. */
  tray?: unknown
  /** Only some copies of the document: the job archives and sends its own part of the document's bytes. */
  isPart?: unknown
  /** Held until somebody has looked at the preview and ticked it. */
  needsCheck?: boolean
  /** The archived bytes, where there are some. */
  pdfSha256?: unknown
  reason?: unknown
  expiresAt?: unknown
  /** The batch it belongs to: that which gathers this write, unless named. */
  batchId?: number
  /** The places are given when the batch is complete; until then, the round of the pile where there are rounds. */
  batchPlace?: number
}

/** Puts a job at the end of its printer's queue; `audited` names the event in the trail. */
export async function queueJob(
  context: Context,
  { printer, ...wanted }: WantedJob,
  audited = 'queue',
): Promise<Stored & { id: number }> {
  return insertRecord(
    context,
    printJobs,
    {
      ...wanted,
      printerId: printer.id,
      batchId: wanted.batchId ?? batchOf(context),
      status: wanted.needsCheck ? 'held' : 'queued',
      evidence: wanted.pdfSha256 ? 'rendered' : 'none',
      reasons: wanted.needsCheck ? ['check'] : printer.paused ? ['paused'] : [],
      attempts: 0,
      requestedBy: context.who.kind === 'user' ? context.who.id : null,
    },
    audited,
  )
}

const batchOf = ({ gathering }: Context): number | null =>
  gathering?.resource === printBatches.name ? gathering.id : null
