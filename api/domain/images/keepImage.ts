import { storeBlob } from '../../db/blobs.js'
import type { Context } from '../../engine/context.js'
import { Invalid } from '../../engine/problems.js'
import { insertRecord, lockRecord, updateRecord, type StoredRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { images } from '../refs.js'
import { readPicture } from './readPicture.js'

/** What can stand between quotation marks in a template, and is no address. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u

/** Keeps a new picture under its name. Refuses at `name` or `picture` what cannot be used. */
export async function keepImage(context: Context, name: string, bytes: Buffer): Promise<StoredRecord> {
  if (!NAME.test(name))
    throw Invalid({
      name: say(
        '名称最多 40 个字，只用文字、数字、空格和 . _ -。',
        'A name has at most 40 letters, digits, blanks and . _ -',
      ),
    })
  return insertRecord(context, images, { name, ...(await stored(context, bytes)) })
}

/** Puts another picture under a name. Documents that were issued keep the former one. */
export async function replaceImage(context: Context, id: number, bytes: Buffer): Promise<StoredRecord> {
  const before = await lockRecord(context, images, id)
  return updateRecord(context, images, before, await stored(context, bytes), 'replace')
}

async function stored({ db, tx }: Context, bytes: Buffer) {
  const picture = readPicture(bytes)
  if ('fault' in picture) throw Invalid({ picture: picture.fault })
  const sha256 = await storeBlob(db, bytes, `image/${picture.type}`, tx)
  return { ...picture, size: bytes.length, sha256 }
}
