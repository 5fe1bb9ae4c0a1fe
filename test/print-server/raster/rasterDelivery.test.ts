import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { A4 } from '../../support/fakeApi.js'
import type { FakeApiJob } from '../../support/fakeApiJob.js'
import type { FakePrinter } from '../../support/fakePrinter.js'
import { startIppeve, type Ippeve } from '../../support/ippeve.js'
import { darkShare, readPwgRaster } from '../../support/pwgRaster.js'
import { World } from '../world.js'

const text = 'Slipway'
let world: World
let pdf: Buffer

beforeEach(async () => {
  world = await World.start()
  world.api.paper = A4
  pdf = await threePages()
})
afterEach(() => world.close())

async function threePages(): Promise<Buffer> {
  const document = await PDFDocument.create()
  for (const size of [20, 60, 120]) document.addPage([595.28, 841.89]).drawText(text, { x: 50, y: 400, size })
  return Buffer.from(await document.save())
}

async function printed(job: FakeApiJob): Promise<void> {
  await world.startServer()
  expect([await world.ended(job), job.error]).toEqual([['printed'], null])
}

describe('a printer that takes raster only', () => {
  let printer: FakePrinter
  let job: FakeApiJob

  beforeEach(async () => {
    const added = await world.addPrinter()
    printer = added.printer
    printer.formats = ['image/urf', 'image/pwg-raster']
    printer.raster = { types: ['black_1'], resolutions: [[203, 203, 'dpi']] }
    printer.trays = ['main', 'tray-2']
    world.api.printer(added.printerId).options = { tray: 'tray-2' }
    job = world.api.addJob(added.printerId, { pdf })
  })

  it('gets the pages at its resolution and in its type, from the chosen tray, in the exact size', async () => {
    await printed(job)
    const sheets = readPwgRaster(printer.newestDocument)
    expect(sheets.map(({ dpi, bitsPerPixel, width }) => [dpi, bitsPerPixel, width])).toEqual(
      [1, 2, 3].map(() => [[203, 203], 1, 1678]),
    )
    const size = new Map([
      ['x-dimension', [21_000]],
      ['y-dimension', [29_700]],
    ])
    expect(printer.template.get('media-col')).toEqual([
      new Map<string, unknown>([
        ['media-size', [size]],
        ['media-source', ['tray-2']],
      ]),
    ])
    expect(printer.template.has('copies')).toBe(false)
  })

  it('gets the same bytes again after an upload that broke', async () => {
    printer.faults = [{ operation: 'Send-Document', kind: 'drop-upload' }]
    await printed(job)
    expect(printer.prints.map(({ bytes }) => bytes)).toEqual([printer.newestDocument.length])
    expect(job.possiblyIncomplete).toBe(false)
    expect(readPwgRaster(printer.newestDocument)).toHaveLength(3)
  })

  it('fails a document that cannot be drawn, and prints the next one', async () => {
    const broken = world.api.addJob(job.printerId, { pdf: Buffer.from('%PDF-1.7 nothing') })
    await printed(job)
    expect(await world.ended(broken)).toEqual(['failed'])
    expect(broken.error?.code).toBe('format')
    expect(broken.attempts).toEqual([])
  })
})

describe('ippeveprinter that takes raster only', () => {
  let eve: Ippeve

  beforeEach(async () => {
    eve = await startIppeve(['image/pwg-raster'])
  })
  afterEach(() => eve.stop())

  it('prints all pages, with ink where the text is', async () => {
    const job = world.api.addJob(world.api.addPrinter(eve.uri), { pdf })
    await printed(job)
    expect(await eve.prints()).toHaveLength(1)
    const sheets = readPwgRaster(await eve.newestDocument())
    expect(sheets).toHaveLength(3)
    for (const { dpi, points, width, height } of sheets) {
      expect(points).toEqual([595, 842])
      expect([width, height]).toEqual([(210 / 25.4) * dpi[0], (297 / 25.4) * dpi[1]].map(Math.round))
    }
    const [small = 0, middle = 0, large = 0] = sheets.map(darkShare)
    expect(small).toBeGreaterThan(0)
    expect(middle).toBeGreaterThan(small * 4)
    expect(large).toBeGreaterThan(middle * 2)
  })
})
