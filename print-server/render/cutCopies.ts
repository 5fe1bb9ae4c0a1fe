import { PDFDocument, PDFName, PDFNumber, type PDFPage } from 'pdf-lib'
import { shareEqualStreams } from './shareEqualStreams.js'

/** Every page of a document says in its dictionary which copy it is of, so that an archived document can be cut later. */
const COPY = PDFName.of('SlipwayCopy')

export function markCopy(page: PDFPage, copyId: number): void {
  page.node.set(COPY, PDFNumber.of(copyId))
}

/**
 * The sheets of some copies of an archived document, as a document of their own. The same bytes give the same bytes.
 * @throws Error when a copy has no page there
 */
export async function cutCopies(pdf: Buffer, copyIds: readonly number[]): Promise<Buffer> {
  const whole = await PDFDocument.load(pdf, { updateMetadata: false })
  const copyOf = whole.getPages().map(({ node }) => {
    const copy = node.lookup(COPY)
    return copy instanceof PDFNumber ? copy.asNumber() : null
  })
  const missing = copyIds.find((id) => !copyOf.includes(id))
  if (missing !== undefined) throw new Error(`The archived document has no page of copy ${missing}`)
  const part = await PDFDocument.create({ updateMetadata: false })
  const wanted = copyOf.flatMap((id, page) => (id !== null && copyIds.includes(id) ? [page] : []))
  for (const page of await part.copyPages(whole, wanted)) part.addPage(page)
  shareEqualStreams(part)
  part.setTitle(whole.getTitle() ?? '')
  part.setProducer('Slipway')
  return Buffer.from(await part.save({ useObjectStreams: false }))
}
