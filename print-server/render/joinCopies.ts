import { PDFDocument, type PDFPage } from 'pdf-lib'
import type { Content, Paper } from '../protocol.js'
import type { Rendering, Sheets } from './rendering.js'
import { markCopy } from './cutCopies.js'
import { shareEqualStreams } from './shareEqualStreams.js'

const pointsPerMm = 72 / 25.4

/**
 * One PDF of all copies in order. It holds no date and nothing by chance, so the same content gives the same bytes.
 * @param pdfs one per copy; a single one when there are no copies
 */
export async function joinCopies(pdfs: Uint8Array[], content: Content): Promise<Rendering> {
  const { template, copies } = content
  const joined = await PDFDocument.create({ updateMetadata: false })
  const sheets: Sheets[] = []
  for (const [index, bytes] of pdfs.entries()) {
    const copy = copies[index]
    const from = joined.getPageCount() + 1
    const one = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const page of await joined.copyPages(one, one.getPageIndices())) {
      if (copy) markCopy(page, copy.id)
      joined.addPage(sizeToPaper(page, template.paper))
    }
    if (copy) sheets.push({ copyId: copy.id, from, to: joined.getPageCount() })
  }
  shareEqualStreams(joined)
  return { pdf: await finishPdf(joined, content), pages: joined.getPageCount(), sheets }
}

/** Chromium rounds to whole CSS pixels; a printer compares the size with its form, from the top left corner. */
export function sizeToPaper(page: PDFPage, paper: Paper): PDFPage {
  const height = paper.heightMm * pointsPerMm
  page.setMediaBox(0, page.getHeight() - height, paper.widthMm * pointsPerMm, height)
  return page
}

export async function finishPdf(pdf: PDFDocument, content: Content): Promise<Buffer> {
  pdf.setTitle(titleOf(content))
  pdf.setProducer('Slipway')
  // Old printers read neither object streams nor compressed cross-references.
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

function titleOf({ data, template }: Content): string {
  const document = new Map(Object.entries(data.document ?? {}))
  const words = [document.get('title'), document.get('no')].filter((word) => typeof word === 'string')
  return words.join(' ') || template.kind
}
