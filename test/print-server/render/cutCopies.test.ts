import { describe, expect, it } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { cutCopies } from '../../../print-server/render/cutCopies.js'
import { joinCopies } from '../../../print-server/render/joinCopies.js'

const copy = (id: number) => ({
  id,
  copyNo: id,
  name: '存根',
  color: 'white',
  receiver: '',
  showsPrice: true,
  label: '',
  code: '',
})

/** A PDF with a page of each of these widths. */
async function pdfOf(widths: number[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const width of widths) pdf.addPage([width, 300])
  return pdf.save()
}

const widthsOf = async (pdf: Buffer) =>
  (await PDFDocument.load(pdf)).getPages().map((page) => page.getWidth())

describe('cutting some copies out of an archived document', () => {
  const template = {
    kind: 'delivery-note',
    version: 1,
    sha256: '0'.repeat(64),
    paper: { name: 'own', widthMm: 100, heightMm: 100 },
    files: {},
  }
  const data = { document: { title: '送货单', no: 'SH1' } }
  const joined = async () => {
    const pdfs = [await pdfOf([210, 210]), await pdfOf([220]), await pdfOf([230])]
    return (await joinCopies(pdfs, { template, data, copies: [7, 8, 9].map(copy) })).pdf
  }

  it('takes all their pages in order, and the same bytes give the same bytes', async () => {
    const whole = await joined()
    const [first] = await widthsOf(whole)
    const part = await cutCopies(whole, [7, 9])
    expect(await widthsOf(part)).toEqual([first, first, first])
    expect((await PDFDocument.load(part)).getTitle()).toBe('送货单 SH1')
    expect((await cutCopies(await joined(), [7, 9])).equals(part)).toBe(true)
    expect((await cutCopies(whole, [8])).equals(part)).toBe(false)
  })

  it('says which copy is not there instead of printing less', async () => {
    await expect(cutCopies(await joined(), [8, 10])).rejects.toThrow('no page of copy 10')
  })
})
