import { say, type Text2 } from '../../engine/text.js'

const MOST_BYTES = 200_000

/** The bytes that a picture of that kind begins with. */
const begins: Record<string, (bytes: Buffer) => boolean> = {
  png: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  jpeg: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'svg+xml': (bytes) => /<svg[\s>]/i.test(bytes.toString('utf8')),
}

/** What makes a drawing do more than be drawn: scripts, foreign pages, and anything fetched from elsewhere. */
const HARMFUL =
  /<script|<foreignObject|<iframe|<embed|<object|<!ENTITY|<!DOCTYPE|<\?xml-stylesheet|[\s"'/]on\w+\s*=|javascript:|@import|url\(\s*["']?(?!#|data:image\/)|href\s*=\s*(?!\s|["']?(#|data:image\/(png|jpeg)))/i

/** Why a logo cannot be taken, or null. It is printed on every paper, so what cannot be drawn is refused here. */
export function logoFault(logo: unknown): Text2 | null {
  if (logo === null || logo === undefined || logo === '') return null
  const [, kind = '', base64 = ''] =
    /^data:image\/(png|jpeg|svg\+xml);base64,([A-Za-z0-9+/]+=*)$/.exec(String(logo)) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (!begins[kind]?.(bytes))
    return say(
      '这个文件不是 PNG、JPEG 或 SVG 图片，请换一个。',
      'This file is no PNG, JPEG or SVG picture; choose another one.',
    )
  if (bytes.length > MOST_BYTES)
    return say(
      '图片太大，最多 200 kB，请缩小后再上传。',
      'The picture is too large; make it smaller than 200 kB.',
    )
  if (kind === 'svg+xml' && HARMFUL.test(bytes.toString('utf8')))
    return say(
      '这个 SVG 里有脚本或外部链接，不能使用；请导出为 PNG，或去掉脚本和链接。',
      'This SVG holds a script or a link to elsewhere. Export it as PNG, or without scripts and links.',
    )
  return null
}
