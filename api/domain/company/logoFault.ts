import { say, type Text2 } from '../../engine/text.js'
import { readPicture } from '../images/readPicture.js'

const MOST_BYTES = 200_000

/**
 * Why a logo cannot be taken, or null. It is printed on every paper, so it is what the picture store takes too: the
 * console turns a drawing into a PNG before it sends it.
 */
export function logoFault(logo: unknown): Text2 | null {
  if (logo === null || logo === undefined || logo === '') return null
  const [, base64 = ''] = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+=*)$/.exec(String(logo)) ?? []
  const bytes = Buffer.from(base64, 'base64')
  const picture = readPicture(bytes)
  if ('fault' in picture) return picture.fault
  return bytes.length > MOST_BYTES
    ? say('图片太大，最多 200 kB，请缩小后再上传。', 'The picture is too large; make it smaller than 200 kB.')
    : null
}
