import { randomBytes } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'

/** An A4 page with an attachment that cannot be compressed, so that the upload takes many packets. */
export async function noisyPdf(bytes: number): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([595.28, 841.89]).drawText('Slipway')
  await document.attach(randomBytes(bytes), 'noise.bin')
  return Buffer.from(await document.save())
}
