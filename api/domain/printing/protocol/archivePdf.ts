import { storeBlob } from '../../../db/blobs.js'
import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { documents, printJobs } from '../../refs.js'

/**
 * Archives the PDF of a job before it is delivered. The first PDF of a document stays for ever; a later upload of
 * other bytes answers the archived hash, and those bytes are what must go to the printer. Of a job of some copies the
 * whole document is `drawn` and archived, and then the part of it that is `sent`; of any other both are the same.
 */
export async function archivePdf(
  context: Context,
  jobId: number,
  bytes: Buffer,
  what: 'drawn' | 'sent',
): Promise<string> {
  const { db, tx } = context
  const job = await lockRecord(context, printJobs, jobId)
  const document = job.documentId === null ? null : await lockRecord(context, documents, job.documentId)
  const isPartSent = job.isPart && what === 'sent'
  const archived = isPartSent ? job.pdfSha256 : (document?.pdfSha256 ?? job.pdfSha256)
  const sha256 = archived ?? (await storeBlob(db, bytes, 'application/pdf', tx))
  if (document && document.pdfSha256 === null && !isPartSent)
    await updateRecord(context, documents, document, { pdfSha256: sha256 }, 'archive')
  if (job.pdfSha256 !== sha256 && (isPartSent || !job.isPart))
    await updateRecord(
      context,
      printJobs,
      job,
      { pdfSha256: sha256, evidence: job.evidence === 'none' ? 'rendered' : job.evidence },
      'archive',
    )
  return sha256
}
