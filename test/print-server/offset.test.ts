import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createRenderer } from '../../print-server/render/renderer.js'
import { shiftPages } from '../../print-server/render/shiftPages.js'
import type { FakePrinter } from '../support/fakePrinter.js'
import { pageSizes, pageTexts, wordBoxes } from '../support/pdf.js'
import { contentOf, readPaper } from '../templates/readTemplate.js'
import { World } from './world.js'

const renderer = createRenderer({ size: 1 })
let note: Buffer

beforeAll(async () => {
  note = (await renderer.render(contentOf('delivery-note', 'form-241-half'))).pdf
})
afterAll(() => renderer.close())

/** By how many mm each word of the second document stands away from its place in the first. */
async function movedBy(from: Buffer, to: Buffer) {
  // Moved words may be listed in another order.
  const placed = async (pdf: Buffer) =>
    (await wordBoxes(pdf)).sort((a, b) => a.word.localeCompare(b.word) || a.y - b.y || a.x - b.x)
  const [before, after] = [await placed(from), await placed(to)]
  expect(after.map(({ word }) => word)).toEqual(before.map(({ word }) => word))
  expect(before.length).toBeGreaterThan(20)
  return before.map(({ x, y }, n) => ({ x: (after[n]?.x ?? NaN) - x, y: (after[n]?.y ?? NaN) - y }))
}

describe('a printer that is out of place', () => {
  let world: World
  let printer: FakePrinter
  let printerId: number
  beforeEach(async () => {
    world = await World.start()
    ;({ printer, printerId } = await world.addPrinter())
  })
  afterEach(() => world.close())

  it('gets every page moved by its offset, on the same paper, and the archived bytes stay', async () => {
    Object.assign(world.api.printer(printerId), { offset: { x: 1.5, y: -2.25 } })
    const job = world.api.addJob(printerId, { pdf: note })
    await world.startServer()
    expect(await world.ended(job)).toEqual(['printed'])
    for (const { x, y } of await movedBy(note, printer.newestDocument)) {
      expect(x).toBeCloseTo(1.5, 2)
      expect(y).toBeCloseTo(-2.25, 2)
    }
    expect(await pageSizes(printer.newestDocument)).toEqual(await pageSizes(note))
    expect(world.api.archive.get(job.pdf?.sha256 ?? '')?.equals(note)).toBe(true)
    const told = world.api.calls.filter(({ name }) => name === 'attempt')
    expect(told.map(({ body }) => body.offset)).toEqual([{ x: 1.5, y: -2.25 }])
  })

  it('gets the very archived bytes while it has none, and nothing is told of one', async () => {
    const job = world.api.addJob(printerId, { pdf: note })
    await world.startServer()
    expect(await world.ended(job)).toEqual(['printed'])
    expect(printer.newestDocument.equals(note)).toBe(true)
    expect(world.api.calls.filter(({ name, body }) => name === 'attempt' && 'offset' in body)).toEqual([])
  })

  it('gets the same bytes again when a part of them was lost', async () => {
    const once = await shiftPages(note, { x: -3, y: 1 })
    expect(once.equals(await shiftPages(note, { x: -3, y: 1 }))).toBe(true)
  })
})

describe('the pages that try a printer', () => {
  it.each(['a4', 'a5', 'form-241-half', 'form-241-full', 'form-241-third', 'label-100x150', 'label-76x130'])(
    'are a ruler page of one sheet on %s, with scales from all four edges',
    async (paper) => {
      const { pdf } = await renderer.render(contentOf('ruler-page', paper))
      const { widthMm, heightMm } = readPaper(paper)
      expect(await pageSizes(pdf)).toEqual([{ widthMm, heightMm }])
      const boxes = await wordBoxes(pdf)
      const tens = (mm: number) => Math.ceil(mm / 10) - 1
      for (const [edge, most] of [
        [boxes.filter(({ y }) => y < 8), widthMm],
        [boxes.filter(({ y }) => y > heightMm - 8), widthMm],
        [boxes.filter(({ x }) => x < 9), heightMm],
        [boxes.filter(({ x }) => x > widthMm - 9), heightMm],
      ] as const) {
        const numbers = new Set(edge.map(({ word }) => Number(word)))
        for (let n = 1; n < tens(most); n += 1) expect(numbers).toContain(n * 10)
      }
    },
  )

  it('are ten forms with a line at the same place, each on a form of its own', async () => {
    const { pdf } = await renderer.render(contentOf('drift-page', 'form-241-half'))
    const { widthMm, heightMm } = readPaper('form-241-half')
    expect(await pageSizes(pdf)).toEqual(Array.from({ length: 10 }, () => ({ widthMm, heightMm })))
    const pages = await pageTexts(pdf)
    expect(pages.map((text) => /第\s*(\d+)\s*张/.exec(text)?.[1])).toEqual(
      Array.from({ length: 10 }, (_, n) => String(n + 1)),
    )
  })
})
