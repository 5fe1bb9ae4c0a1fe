import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { markCopy } from '../../../print-server/render/cutCopies.js'
import type { FakeApiJob } from '../../support/fakeApiJob.js'
import { pdfOf, World } from '../world.js'

let world: World
beforeEach(async () => {
  world = await World.start()
})
afterEach(() => world.close())

const batchAt = (printerId: number, count: number): FakeApiJob[] =>
  Array.from({ length: count }, (_, at) => world.api.addJob(printerId, { batch: { id: 1, place: at + 1 } }))
const titles = (jobs: FakeApiJob[]) => jobs.map(({ title }) => title)

describe('a batch', () => {
  it('is drawn in passes that grow, ahead of what is sent, and comes out in its order, each paper once', async () => {
    const { printer, printerId } = await world.addPrinter()
    const jobs = batchAt(printerId, 60)
    const single = world.api.addJob(printerId)
    await world.startServer()
    await world.ended(...jobs, single)
    const printed = printer.prints.map(({ name }) => name.replace(/ \[\w+\]$/, ''))
    expect(printed).toEqual([...titles(jobs), single.title])
    expect(world.passes.slice(0, 3)).toEqual([4, 16, 40])
    expect(world.rendered).toBe(1)
    // Archived before it was sent: the bytes at the printer are those of the archive.
    expect(printer.prints.map(({ bytes }) => bytes)).toEqual([...jobs, single].map(({ pdf }) => pdf?.bytes))
  })

  it('draws alone what its pass did not give, and fails only what cannot be drawn at all', async () => {
    const { printerId } = await world.addPrinter()
    const jobs = batchAt(printerId, 6)
    const [, long, bad] = titles(jobs)
    const drawn = world.render
    world.leftOut = ({ data }) => data.title === long || data.title === bad
    world.render = (content) =>
      content.data.title === bad ? Promise.reject(world.templateFault) : drawn(content)
    await world.startServer()
    expect(await world.ended(...jobs)).toEqual([
      'printed',
      'printed',
      'failed',
      'printed',
      'printed',
      'printed',
    ])
  })

  it('gives a printer that takes one job at a time no second one, and keeps the order', async () => {
    const { printer, printerId } = await world.addPrinter()
    printer.oneAtATime = true
    const jobs = batchAt(printerId, 8)
    await world.startServer()
    await world.ended(...jobs)
    expect(printer.prints.map(({ name }) => name.replace(/ \[\w+\]$/, ''))).toEqual(titles(jobs))
    // Only the first that comes too early may find it busy; from then on the next one waits until the former is out.
    expect(jobs.filter(({ attempts }) => attempts.length > 1).length).toBeLessThanOrEqual(1)
  })

  it('sends archived bytes where another pass archived the paper first', async () => {
    const { printer, printerId } = await world.addPrinter()
    const [one, two] = batchAt(printerId, 2)
    if (!one || !two) throw new Error('no jobs')
    world.api.before = ({ name }) => {
      if (name === 'pdfs') two.pdf ??= world.api.store(pdfOf('first'))
    }
    await world.startServer()
    await world.ended(one, two)
    expect(printer.newestDocument.toString('latin1')).toContain('first')
  })
})

describe('a batch that is collated by copy', () => {
  const copies = [1, 2, 3]
  /** A page of each copy, as wide as its number. */
  const whole = async () => {
    const pdf = await PDFDocument.create({ updateMetadata: false })
    for (const id of copies) markCopy(pdf.addPage([id * 100, 300]), id)
    return Buffer.from(await pdf.save())
  }
  const widths = async (pdf: Buffer) =>
    (await PDFDocument.load(pdf)).getPages().map((page) => page.getWidth())

  it.each([
    ['many', 12],
    ['so few that their copies are fetched together', 3],
  ])('draws each document once, in passes, and cuts every copy out of it: %s', async (_, count) => {
    const { printer, printerId } = await world.addPrinter()
    world.render = whole
    const jobs = copies.flatMap((copyId) =>
      Array.from({ length: count }, (__, at) => {
        const place = (copyId - 1) * count + at + 1
        const part = { documentId: at + 1, copyIds: [copyId] }
        return world.api.addJob(printerId, { batch: { id: 1, place }, part })
      }),
    )
    await world.startServer()
    expect(new Set(await world.ended(...jobs))).toEqual(new Set(['printed']))
    expect(printer.prints.map(({ name }) => name.replace(/ \[\w+\]$/, ''))).toEqual(titles(jobs))
    expect(printer.prints.map(({ bytes }) => bytes)).toEqual(jobs.map(({ pdf }) => pdf?.bytes))
    for (const job of jobs) {
      const sent = world.api.archive.get(job.pdf?.sha256 ?? '')
      expect(sent && (await widths(sent))).toEqual([(job.part?.copyIds[0] ?? 0) * 100])
    }
    expect(world.passes.reduce((sum, drawn) => sum + drawn, 0)).toBe(count)
    expect(world.rendered).toBe(0)
  })
})

describe('papers that were queued one by one', () => {
  it('are drawn in passes while the first is drawn at once, and come out in their order, each once', async () => {
    const { printer, printerId } = await world.addPrinter()
    const jobs = Array.from({ length: 30 }, () => world.api.addJob(printerId))
    await world.startServer()
    await world.ended(...jobs)
    expect(printer.prints.map(({ name }) => name.replace(/ \[\w+\]$/, ''))).toEqual(titles(jobs))
    expect(world.rendered).toBe(1)
    expect(world.passes.reduce((sum, count) => sum + count, 0)).toBe(29)
    expect(printer.prints.map(({ bytes }) => bytes)).toEqual(jobs.map(({ pdf }) => pdf?.bytes))
  })

  it('do not wait for those of another printer or of a batch', async () => {
    const [one, other] = [await world.addPrinter(), await world.addPrinter()]
    const batch = batchAt(one.printerId, 8)
    const singles = Array.from({ length: 3 }, () => world.api.addJob(one.printerId))
    const elsewhere = world.api.addJob(other.printerId)
    await world.startServer()
    expect(await world.ended(...batch, ...singles, elsewhere)).toEqual(Array(12).fill('printed'))
    expect(one.printer.prints.map(({ name }) => name.replace(/ \[\w+\]$/, ''))).toEqual(
      titles([...batch, ...singles]),
    )
  })
})
