import { PDFDocument } from 'pdf-lib'
import type { Copy, Paper } from '../protocol.js'
import { shareEqualStreams } from './shareEqualStreams.js'

const pointsPerMm = 72 / 25.4

export interface Sheets {
  copyId: number
  /** First and last page in the PDF, counted from 1. */
  from: number
  to: number
}

/**
 * One PDF of all copies in order. It holds no date and nothing by chance, so the same content gives the same bytes.
 * @param pdfs one per copy; a single one when there are no copies
 */
export async function joinCopies(
  pdfs: Uint8Array[],
  copies: Copy[],
  paper: Paper,
  title: string,
): Promise<{ pdf: Buffer; pages: number; sheets: Sheets[] }> {
  const joined = await PDFDocument.create({ updateMetadata: false })
  const sheets: Sheets[] = []
  for (const [index, bytes] of pdfs.entries()) {
    const from = joined.getPageCount() + 1
    const one = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const page of await joined.copyPages(one, one.getPageIndices())) {
      // Chromium rounds to whole CSS pixels; a printer compares the size with its form, from the top left corner.
      const height = paper.heightMm * pointsPerMm
      page.setMediaBox(0, page.getHeight() - height, paper.widthMm * pointsPerMm, height)
      joined.addPage(page)
    }
    const copy = copies[index]
    if (copy) sheets.push({ copyId: copy.id, from, to: joined.getPageCount() })
  }
  shareEqualStreams(joined)
  joined.setTitle(title)
  joined.setProducer('Slipway')
  // Old printers read neither object streams nor compressed cross-references.
  const pdf = Buffer.from(await joined.save({ useObjectStreams: false }))
  return { pdf, pages: joined.getPageCount(), sheets }
}
