import { storeBlob } from '../../../db/blobs.js'
import type { Context } from '../../../engine/context.js'
import { Invalid } from '../../../engine/problems.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import type { RecordOf } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { documentCopies } from '../../refs.js'
import { pictureType } from './pictureType.js'

/**
 * Keeps a photo or scan of the signed copy, for ever, under its SHA-256; a later one takes its place on the copy and the
 * trail knows both. The picture is the proof that a copy which must return is back.
 */
export async function attachScan(
  context: Context,
  copyId: number,
  bytes: Buffer,
): Promise<RecordOf<typeof documentCopies>> {
  const type = pictureType(bytes)
  if (!type)
    throw Invalid({
      attachment: say(
        '只收 JPEG、PNG、WebP 照片或 PDF；请换一种格式。',
        'Only JPEG, PNG or WebP pictures and PDF are taken; choose another format.',
      ),
    })
  const copy = await lockRecord(context, documentCopies, copyId)
  const attachment = await storeBlob(context.db, bytes, type.mediaType, context.tx)
  const isBack = copy.mustReturn && copy.validity === 'current' && copy.returnStatus !== 'returned'
  const changes = {
    attachment,
    ...(isBack && {
      evidence: 'returned',
      returnStatus: 'returned',
      returnedAt: context.now,
      returnedBy: context.who.kind === 'user' ? context.who.id : null,
    }),
  }
  return updateRecord(context, documentCopies, copy, changes, 'attach')
}
