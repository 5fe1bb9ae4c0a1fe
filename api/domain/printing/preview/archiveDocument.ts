import { storeBlob } from '../../../db/blobs.js'
import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { documents } from '../../refs.js'

/** Archives the PDF of a document that was not drawn before; one that is archived already stays what it is. */
export async function archiveDocument(context: Context, id: number, pdf: Buffer): Promise<void> {
  const document = await lockRecord(context, documents, id)
  if (document.pdfSha256 !== null) return
  const pdfSha256 = await storeBlob(context.db, pdf, 'application/pdf', context.tx)
  await updateRecord(context, documents, document, { pdfSha256 }, 'archive')
}
