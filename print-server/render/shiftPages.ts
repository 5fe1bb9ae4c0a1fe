import { PDFDocument } from 'pdf-lib'

/** How far everything on a sheet is moved, in mm: to the right and down. */
export interface Offset {
  x: number
  y: number
}

const POINTS_PER_MM = 72 / 25.4

export const isShift = ({ x, y }: Offset): boolean => x !== 0 || y !== 0

/**
 * The document as a printer that is out of place needs it: the content of every page moved, its paper as it was. The
 * same bytes give the same bytes; without an offset they are the very ones that came.
 */
export async function shiftPages(pdf: Buffer, offset: Offset): Promise<Buffer> {
  if (!isShift(offset)) return pdf
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  for (const page of document.getPages())
    page.translateContent(offset.x * POINTS_PER_MM, -offset.y * POINTS_PER_MM)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}
