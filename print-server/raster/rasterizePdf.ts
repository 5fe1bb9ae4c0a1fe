import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import type { Paper } from '../protocol.js'
import { blackDots } from './blackDots.js'
import { encodeLines } from './encodeLines.js'
import { bytesPerLine, pageHeader, rasterTypes, type RasterPage } from './pageHeader.js'
import type { RasterTarget } from './rasterTarget.js'

const SYNC_WORD = Buffer.from('RaS2')
const POINTS_PER_INCH = 72
const POINTS_PER_MM = POINTS_PER_INCH / 25.4
/** A browser rounds a page to whole CSS pixels; what is nearer than this is the sheet itself. */
const SAME_SIZE_POINTS = 2
const MOST_BYTES = 256 * 1024 * 1024

let library: Promise<PDFiumLibrary> | null = null

/**
 * All pages of a PDF as PWG raster, one sheet size per page. Takes the processor for some tenths of a second a page:
 * run it in a thread. Throws when the PDF cannot be read or the result exceeds 256 MB.
 */
export async function rasterizePdf(
  pdf: Uint8Array,
  paper: Pick<Paper, 'widthMm' | 'heightMm'>,
  target: RasterTarget,
): Promise<Buffer> {
  const document = await (await (library ??= PDFiumLibrary.init())).loadDocument(pdf)
  try {
    const parts: Buffer[] = [SYNC_WORD]
    let bytes = 0
    for (const page of document.pages()) {
      const size = sizeOf(page, paper, target)
      const lines = encodeLines(
        await draw(page, size, target),
        bytesPerLine(size.width, target.type),
        Math.ceil(rasterTypes[target.type].bitsPerPixel / 8),
      )
      bytes += lines.length
      if (bytes > MOST_BYTES) throw new Error(`the pages take more than ${MOST_BYTES >> 20} MB as raster`)
      parts.push(pageHeader(size, target, document.getPageCount()), lines)
    }
    return Buffer.concat(parts)
  } finally {
    document.destroy()
  }
}

/** The sheet's own size where the page is as large, so that the raster and the size in the job agree to the point. */
function sizeOf(
  page: PDFiumPage,
  paper: Pick<Paper, 'widthMm' | 'heightMm'>,
  target: RasterTarget,
): RasterPage {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const sheet = { width: paper.widthMm * POINTS_PER_MM, height: paper.heightMm * POINTS_PER_MM }
  const isSheet =
    Math.abs(sheet.width - originalWidth) < SAME_SIZE_POINTS &&
    Math.abs(sheet.height - originalHeight) < SAME_SIZE_POINTS
  const points = isSheet ? sheet : { width: originalWidth, height: originalHeight }
  return {
    width: Math.round((points.width / POINTS_PER_INCH) * target.dpi.x),
    height: Math.round((points.height / POINTS_PER_INCH) * target.dpi.y),
    points,
  }
}

async function draw(
  page: PDFiumPage,
  { width, height }: RasterPage,
  { type }: RasterTarget,
): Promise<Buffer> {
  const colorSpace = type === 'srgb_8' ? 'BGRA' : 'Gray'
  const { data } = await page.render({ width, height, colorSpace, render: 'bitmap' })
  if (type === 'srgb_8') return withoutAlpha(data)
  return type === 'black_1' ? blackDots(data, width, height) : Buffer.from(data.buffer)
}

/** The library hands colours over in the order red, green, blue, alpha, on a white page. */
function withoutAlpha(pixels: Uint8Array): Buffer {
  const rgb = Buffer.allocUnsafe((pixels.length / 4) * 3)
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    rgb[to] = pixels[from] ?? 0
    rgb[to + 1] = pixels[from + 1] ?? 0
    rgb[to + 2] = pixels[from + 2] ?? 0
  }
  return rgb
}
