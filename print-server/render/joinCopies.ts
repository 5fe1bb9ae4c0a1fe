import { PDFDocument, type PDFPage } from 'pdf-lib'
import type { Content, Paper } from '../protocol.js'
import type { Rendering, Sheets } from './rendering.js'
import { markCopy } from './cutCopies.js'
import { mostBytes, mostPages } from './limits.js'
import { RenderError } from './renderError.js'
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
  if (joined.getPageCount() > mostPages) throw tooManyPages(joined.getPageCount())
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
  const bytes = Buffer.from(await pdf.save({ useObjectStreams: false }))
  if (bytes.length > mostBytes) throw tooManyBytes(bytes.length)
  return bytes
}

function tooManyPages(pages: number): RenderError {
  return new RenderError(
    'too-large',
    `${pages} pages; a document has at most ${mostPages}. Divide it into several, or choose a larger paper`,
    { zh: `共 ${pages} 页，一张单据最多 ${mostPages} 页。请分成几张单据，或换大一些的纸` },
  )
}

function tooManyBytes(bytes: number): RenderError {
  const [size, most] = [bytes, mostBytes].map((one) => (one / 1_000_000).toFixed(1))
  return new RenderError(
    'too-large',
    `a PDF of ${size} MB; at most ${most} MB are archived. Use smaller pictures in the template, or divide the document`,
    { zh: `PDF 有 ${size} MB，最多存档 ${most} MB。请把模板里的图片换小，或把单据分成几张` },
  )
}

function titleOf({ data, template }: Content): string {
  const document = new Map(Object.entries(data.document ?? {}))
  const words = [document.get('title'), document.get('no')].filter((word) => typeof word === 'string')
  return words.join(' ') || template.kind
}
