import type { Context } from '../../../engine/context.js'
import { findRecords, updateRecord } from '../../../engine/records.js'
import { asNumbers } from '../../../engine/shapes.js'
import { printJobs } from '../../refs.js'
import { isPerhapsOnPaper, isStronger } from '../copies/evidence.js'

/** A copy was held in somebody's hand: the newest print of it that a printer took did come out. */
export async function proveJob(context: Context, documentId: number, copyId: number): Promise<void> {
  const jobs = await findRecords(context, printJobs, { documentId }, { order: ['id', 'DESC'], lock: true })
  const job = jobs.find(
    ({ copies, evidence }) => isPerhapsOnPaper(evidence) && asNumbers(copies).includes(copyId),
  )
  if (job && isStronger('seen', job.evidence))
    await updateRecord(context, printJobs, job, { evidence: 'seen' }, 'observe')
}
