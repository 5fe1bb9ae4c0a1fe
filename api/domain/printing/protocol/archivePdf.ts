import { storeBlob } from '../../../db/blobs.js'
import type { Context } from '../../../engine/context.js'
import { BadRequest } from '../../../engine/problems.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { documents, printJobs } from '../../refs.js'

/**
 * Archives the PDF of a job before it is delivered. The first PDF of a document stays for ever; a later upload of
 * other bytes answers the archived hash, and those bytes are what must go to the printer. A job of some copies
 * archives the `whole` document, unless that is archived, and then the part of it that it sends.
 */
export async function archivePdf(
  context: Context,
  jobId: number,
  bytes: Buffer,
  what: 'job' | 'whole' = 'job',
): Promise<string> {
  const { db, tx } = context
  const job = await lockRecord(context, printJobs, jobId)
  const document = job.documentId === null ? null : await lockRecord(context, documents, job.documentId)
  if (what === 'whole' && !(job.isPart && document))
    throw BadRequest(say('这个任务打印整张单据。', 'This job prints the whole document.'))
  const own = job.isPart && what === 'job'
  const archived = own ? job.pdfSha256 : (document?.pdfSha256 ?? job.pdfSha256)
  const sha256 = archived ?? (await storeBlob(db, bytes, 'application/pdf', tx))
  if (document && document.pdfSha256 === null && !own)
    await updateRecord(context, documents, document, { pdfSha256: sha256 }, 'archive')
  if (job.pdfSha256 !== sha256 && what === 'job')
    await updateRecord(
      context,
      printJobs,
      job,
      { pdfSha256: sha256, evidence: job.evidence === 'none' ? 'rendered' : job.evidence },
      'archive',
    )
  return sha256
}
