import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from '@jest/globals'
import { PDFDocument, rgb } from 'pdf-lib'
import { encodeLines } from '../../../print-server/raster/encodeLines.js'
import { bytesPerLine, pageHeader } from '../../../print-server/raster/pageHeader.js'
import { Rasterizer, RasterError } from '../../../print-server/raster/rasterizer.js'
import {
  rasterTarget,
  type RasterTarget,
  type RasterType,
} from '../../../print-server/raster/rasterTarget.js'
import { darkShare, readPwgRaster } from '../../support/pwgRaster.js'

const form = { name: '241-2', widthMm: 241, heightMm: 139.7 }
const signal = new AbortController().signal
const rasterizer = new Rasterizer()
afterAll(() => rasterizer.close())

const target = (type: RasterType, dpi = 150): RasterTarget => ({ type, dpi: { x: dpi, y: dpi } })

/** Two pages as a browser makes them, a fraction of a millimetre larger than the form: text with a red bar, and nothing. */
async function twoPages(): Promise<Buffer> {
  const document = await PDFDocument.create()
  const page = document.addPage([683.04, 396.96])
  page.drawText('Slipway', { x: 60, y: 250, size: 120 })
  page.drawRectangle({ x: 60, y: 60, width: 400, height: 40, color: rgb(1, 0, 0) })
  document.addPage([683.04, 396.96])
  return Buffer.from(await document.save())
}

describe('PWG raster of a PDF', () => {
  it.each<[RasterType, number, number]>([
    ['sgray_8', 8, 18],
    ['srgb_8', 24, 19],
    ['black_1', 1, 3],
  ])('%s has every page in the size of the form, with ink where the text is', async (type, bits, space) => {
    const raster = await rasterizer.rasterize(
      { pdf: await twoPages(), paper: form, target: target(type) },
      signal,
    )
    const sheets = readPwgRaster(raster)
    expect(sheets).toHaveLength(2)
    for (const sheet of sheets) {
      expect(sheet).toMatchObject({
        mediaClass: 'PwgRaster\0',
        dpi: [150, 150],
        points: [683, 396],
        width: 1423,
        height: 825,
        bitsPerPixel: bits,
        colorSpace: space,
        totalPages: 2,
        duplex: 0,
        copies: 0,
      })
    }
    const [text, empty] = sheets
    if (!text || !empty) throw new Error('no sheets')
    expect(darkShare(text)).toBeGreaterThan(0.03)
    expect(darkShare(text)).toBeLessThan(0.3)
    expect(darkShare(empty)).toBe(0)
  })

  it('keeps colours, and text without coloured fringes', async () => {
    const raster = await rasterizer.rasterize(
      { pdf: await twoPages(), paper: form, target: target('srgb_8') },
      signal,
    )
    const [sheet] = readPwgRaster(raster)
    if (!sheet) throw new Error('no sheet')
    const colors = new Set<string>()
    for (let y = 0; y < sheet.height; y += 1) {
      for (let x = 0; x < sheet.bytesPerLine; x += 3) {
        const [r = 0, g = 0, b = 0] = sheet.lines.subarray(y * sheet.bytesPerLine + x)
        if (g !== b) colors.add('coloured')
        else if (r === 255 && g === 0) colors.add('red')
        else if (r === 0 && g === 0) colors.add('black')
      }
    }
    expect(colors).toEqual(new Set(['red', 'black']))
  })

  it('says that a file is no PDF, and goes on with the next', async () => {
    const order = { pdf: Buffer.from('%PDF-1.7 nothing'), paper: form, target: target('sgray_8') }
    await expect(rasterizer.rasterize(order, signal)).rejects.toThrow(RasterError)
    const next = rasterizer.rasterize({ ...order, pdf: await twoPages() }, signal)
    expect(readPwgRaster(await next)).toHaveLength(2)
  })

  it('stops when the printer is no longer ours', async () => {
    const order = { pdf: await twoPages(), paper: form, target: target('sgray_8', 600) }
    const lost = new AbortController()
    const made = rasterizer.rasterize(order, lost.signal)
    lost.abort(new Error('lost'))
    await expect(made).rejects.toThrow('lost')
  })
})

describe('the lines of a page', () => {
  const kinds: [string, (length: number) => Buffer][] = [
    ['noise', (length) => randomBytes(length)],
    ['short runs', (length) => Buffer.from(randomBytes(length).map((byte) => byte & 1))],
    ['singles between pairs', (length) => Buffer.from(Array.from({ length }, (_, i) => ((i + 2) / 1.5) | 0))],
    ['white', (length) => Buffer.alloc(length, 255)],
  ]

  it.each(kinds)('of %s come back as they were', (_kind, make) => {
    for (const type of ['sgray_8', 'srgb_8'] as const) {
      for (const width of [1, 2, 127, 128, 129, 300]) {
        const lineBytes = bytesPerLine(width, type)
        const lines = Buffer.concat([make(lineBytes * 20), Buffer.alloc(lineBytes * 300, 7)])
        const page = { width, height: 320, points: { width: 10, height: 10 } }
        const packed = encodeLines(lines, lineBytes, lineBytes / width)
        const file = Buffer.concat([Buffer.from('RaS2'), pageHeader(page, target(type), 1), packed])
        expect(readPwgRaster(file)[0]?.lines.equals(lines)).toBe(true)
      }
    }
  })
})

describe('the raster for a printer', () => {
  const dpi = (x: number, y = x) => ({ x, y, unit: 'dpi' as const })

  it.each([
    ['the least that is fine', [dpi(600), dpi(300), dpi(150)], ['sgray_8'], false, 'sgray_8', 300],
    ['all there is of a label printer', [dpi(203)], ['black_1'], false, 'black_1', 203],
    ['what is not too large', [dpi(1200), dpi(600)], ['black_1', 'sgray_8'], false, 'sgray_8', 600],
    ['colour where the printer has it', [dpi(300)], ['sgray_8', 'srgb_8'], true, 'srgb_8', 300],
    ['grey where it has not', [dpi(300)], ['srgb_8', 'sgray_8'], false, 'sgray_8', 300],
    ['dots per centimetre', [{ x: 118, y: 118, unit: 'dpcm' as const }], ['sgray_8'], false, 'sgray_8', 300],
  ])('is %s', (_what, resolutions, types, color, type, wanted) => {
    expect(rasterTarget({ resolutions, types, color })).toEqual({ type, dpi: { x: wanted, y: wanted } })
  })

  it.each([
    ['no resolution', [], ['sgray_8']],
    ['nonsense', [dpi(0), dpi(-300), dpi(100_000)], ['sgray_8']],
    ['none of our types', [dpi(300)], ['cmyk_8', 'toString']],
  ])('is none when it names %s', (_what, resolutions, types) => {
    expect(rasterTarget({ resolutions, types, color: true })).toBeNull()
  })
})
