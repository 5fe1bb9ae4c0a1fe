import { PDFDocument } from 'pdf-lib'
import type { Content } from '../protocol.js'
import { cutMm } from './passHtml.js'
import { markCopy } from './cutCopies.js'
import { finishPdf, sizeToPaper } from './joinCopies.js'
import type { Rendering } from './rendering.js'

const cutPoints = (cutMm * 72) / 25.4

/**
 * A PDF of its own for each document of a pass. A page of the separator's size stands between two sheets. A document of
 * which a sheet does not fit one page is answered null: alone it gets its page numbers right.
 * @param sheets how many each document has in the pass
 */
export async function splitPass(
  bytes: Uint8Array,
  contents: readonly Content[],
  sheets: readonly number[],
): Promise<(Rendering | null)[]> {
  const whole = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = pagesOfSheets(whole)
  const wanted = sheets.reduce((sum, count) => sum + count, 0)
  if (pages.length !== wanted) return contents.map(() => null)
  let from = 0
  const renderings: (Rendering | null)[] = []
  for (const [at, content] of contents.entries()) {
    const count = sheets[at] ?? 0
    const own = pages.slice(from, from + count)
    from += count
    const isWhole = count > 0 && own.every(({ length }) => length === 1)
    renderings.push(isWhole ? await oneOf(whole, own.flat(), content) : null)
  }
  return renderings
}

/** The numbers of the pages of each sheet, counted from 0. */
function pagesOfSheets(whole: PDFDocument): number[][] {
  const sheets: number[][] = [[]]
  for (const [index, page] of whole.getPages().entries()) {
    if (Math.abs(page.getWidth() - cutPoints) < 2 && Math.abs(page.getHeight() - cutPoints) < 2)
      sheets.push([])
    else sheets.at(-1)?.push(index)
  }
  return sheets
}

async function oneOf(whole: PDFDocument, indices: number[], content: Content): Promise<Rendering> {
  const { template, copies } = content
  const one = await PDFDocument.create({ updateMetadata: false })
  // Only what these pages refer to comes along, and each of it once.
  for (const [at, page] of (await one.copyPages(whole, indices)).entries()) {
    const copy = copies[at]
    if (copy) markCopy(page, copy.id)
    one.addPage(sizeToPaper(page, template.paper))
  }
  return {
    pdf: await finishPdf(one, content),
    pages: indices.length,
    sheets: copies.map((copy, at) => ({ copyId: copy.id, from: at + 1, to: at + 1 })),
  }
}
