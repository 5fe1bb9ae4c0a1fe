import type { RasterTarget, RasterType } from './rasterTarget.js'

const HEADER_BYTES = 1796
const at = {
  mediaClass: 0,
  resolution: 276,
  pageSize: 352,
  width: 372,
  height: 376,
  bitsPerColor: 384,
  bitsPerPixel: 388,
  bytesPerLine: 392,
  colorSpace: 400,
  colors: 420,
  totalPages: 452,
  crossFeedTransform: 456,
  feedTransform: 460,
}

/** Numbers of PWG 5102.4, 4.3: bits per colour and pixel, the colour space and how many colours it has. */
export const rasterTypes: Record<
  RasterType,
  { bitsPerColor: number; bitsPerPixel: number; colorSpace: number; colors: number }
> = {
  sgray_8: { bitsPerColor: 8, bitsPerPixel: 8, colorSpace: 18, colors: 1 },
  srgb_8: { bitsPerColor: 8, bitsPerPixel: 24, colorSpace: 19, colors: 3 },
  black_1: { bitsPerColor: 1, bitsPerPixel: 1, colorSpace: 3, colors: 1 },
}

/** Sizes in pixels, and in points for the sheet. */
export interface RasterPage {
  width: number
  height: number
  points: { width: number; height: number }
}

/** The header before a page's lines. Everything left at 0 is for the printer to decide or was asked for as job attribute. */
export function pageHeader(page: RasterPage, { type, dpi }: RasterTarget, totalPages: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  const { bitsPerColor, bitsPerPixel, colorSpace, colors } = rasterTypes[type]
  const put = (offset: number, ...values: number[]) =>
    values.forEach((value, i) => header.writeUInt32BE(value, offset + 4 * i))
  header.write('PwgRaster', at.mediaClass, 'latin1')
  put(at.resolution, dpi.x, dpi.y)
  put(at.pageSize, Math.round(page.points.width), Math.round(page.points.height))
  put(at.width, page.width)
  put(at.height, page.height)
  put(at.bitsPerColor, bitsPerColor)
  put(at.bitsPerPixel, bitsPerPixel)
  put(at.bytesPerLine, bytesPerLine(page.width, type))
  put(at.colorSpace, colorSpace)
  put(at.colors, colors)
  put(at.totalPages, totalPages)
  put(at.crossFeedTransform, 1)
  put(at.feedTransform, 1)
  return header
}

export function bytesPerLine(width: number, type: RasterType): number {
  return Math.ceil((width * rasterTypes[type].bitsPerPixel) / 8)
}
