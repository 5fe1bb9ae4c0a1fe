import { say, type Text2 } from '../../engine/text.js'

export interface Picture {
  type: 'png' | 'jpeg'
  /** In pixels. */
  width: number
  height: number
}

/** What a browser still draws beside others; a few bytes may claim to be a picture of many gigabytes. */
const MOST_PIXELS = 40_000_000

/**
 * What a picture is, told by its bytes and not by its name, or why it is none that can be printed. SVG is left out:
 * it is a page with links and scripts of its own.
 */
export function readPicture(bytes: Buffer): Picture | { fault: Text2 } {
  const picture = pngOf(bytes) ?? jpegOf(bytes)
  if (!picture)
    return {
      fault: say(
        '这个文件不是 PNG 或 JPEG 图片；请换一个，或先另存为 PNG。',
        'This file is no PNG or JPEG picture; choose another one, or save it as PNG first.',
      ),
    }
  if (!isWhole(picture.type, bytes) || picture.width === 0 || picture.height === 0)
    return {
      fault: say(
        '图片不完整，可能没有传完；请重新上传。',
        'The picture is not whole; perhaps it was cut off. Upload it again.',
      ),
    }
  if (picture.width * picture.height > MOST_PIXELS)
    return {
      fault: say(
        `图片有 ${picture.width}×${picture.height} 像素，太大；请缩小到 4000 万像素以内。`,
        `The picture has ${picture.width}×${picture.height} pixels; make it smaller than 40 million.`,
      ),
    }
  return picture
}

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

function pngOf(bytes: Buffer): Picture | null {
  if (bytes.length < 24 || !bytes.subarray(0, PNG.length).equals(PNG)) return null
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Walks over the segments up to the frame, which tells the size. */
function jpegOf(bytes: Buffer): Picture | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame)
      return { type: 'jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    // Fill bytes stand alone.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** Whether its end is there. Cameras write more behind it. */
const isWhole = (type: Picture['type'], bytes: Buffer): boolean =>
  type === 'png' ? bytes.includes('IEND') : bytes.includes(Buffer.from([0xff, 0xd9]))
