import { afterAll, describe, expect, it } from '@jest/globals'
import { createRenderer } from '../../print-server/render/renderer.js'
import { fontsOf, pageSizes, pageTexts } from '../support/pdf.js'
import { goldenPapers } from './goldenPapers.js'
import { contentOf, readCopies, readDocument, readPaper } from './readTemplate.js'

const renderer = createRenderer({ size: 2 })
afterAll(() => renderer.close())

const everyPaper = goldenPapers.flatMap(({ kind, pages, says }) =>
  Object.entries(pages).map(([paper, count]) => ({ kind, paper, count, says })),
)

/** The sample on this paper, for the first copy, with changes laid over its data. */
async function draw(kind: string, paper: string, changes: Record<string, unknown> = {}) {
  const content = contentOf(kind, paper, changes)
  const { pdf } = await renderer.render({ ...content, copies: content.copies.slice(0, 1) })
  return { pdf, texts: (await pageTexts(pdf)).map((text) => text.replace(/\s+/g, '')) }
}

describe.each(everyPaper)('$kind on $paper', ({ kind, paper, count, says }) => {
  const drawn = draw(kind, paper)

  it('takes as many sheets of exactly its size as it always did', async () => {
    const { widthMm, heightMm } = readPaper(paper)
    const sizes = await pageSizes((await drawn).pdf)
    expect(sizes).toEqual(Array.from({ length: count }, () => ({ widthMm, heightMm })))
  })

  it('says what it is for, in embedded TrueType', async () => {
    const { pdf, texts } = await drawn
    for (const part of says) expect(texts.join('')).toContain(part.replace(/\s+/g, ''))
    const label = readCopies(kind)[0]?.label
    if (label) expect(texts[0]).toContain(label.replace(/\s+/g, ''))
    for (const font of await fontsOf(pdf))
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true })
  })

  it('copes when everything that may be missing is missing', async () => {
    const content = contentOf(kind, paper)
    const bare = { company: { name: '联泰五金' }, document: { title: '单据', no: 'A-1' }, totals: null }
    const { pdf, pages } = await renderer.render({ ...content, data: bare, copies: [] })
    expect(pages).toBe(1)
    expect((await pageTexts(pdf)).join('')).not.toMatch(/undefined|null|NaN|object/)
  })
})

describe('the papers of the house', () => {
  it('have each paper that they offer checked here', () => {
    for (const { kind, pages } of goldenPapers)
      expect(Object.keys(pages).sort()).toEqual([...papersOf(kind)].sort())
  })
})

describe('a copy without prices', () => {
  it.each(['order-acknowledgement', 'change-request', 'cancel-request'])(
    'of %s names no money',
    async (kind) => {
      const content = contentOf(kind, 'a4')
      const copies = content.copies.slice(0, 1).map((copy) => ({ ...copy, showsPrice: false }))
      const text = (await pageTexts((await renderer.render({ ...content, copies })).pdf)).join('')
      expect(text).toContain('代表签字')
      expect(text).not.toMatch(/¥|\d 元|单价|金额|大写/)
    },
  )
})

describe('a pick list', () => {
  it('leads along the shelves in order', async () => {
    const text = (await draw('pick-list', 'a4')).texts.join('')
    const places = ['A-01-1-1', 'A-01-2-2', 'B-02-4-3', 'B-02-11-1', 'B-07-1-2', 'C-05-2-1', 'C-05-10-4']
    expect(places.map((place) => text.indexOf(place))).toEqual(
      places.map((place) => text.indexOf(place)).sort((a, b) => a - b),
    )
    for (const flag of ['易碎', '防潮', '重货', '向上']) expect(text).toContain(flag)
  })
})

describe('a stocktake sheet', () => {
  it('hides the book from those who count blind, and shows it to the others', async () => {
    const stocktake = { scope: 'A 区', asOf: '2026-11-30T09:00:00Z' }
    const blind = await draw('stocktake-sheet', 'a4', { stocktake: { ...stocktake, blind: true } })
    expect(blind.texts.join('')).not.toMatch(/账面数(?!）)|1260/)
    const open = await draw('stocktake-sheet', 'a4', { stocktake: { ...stocktake, blind: false } })
    expect(open.texts.join('')).toMatch(/账面数初盘复盘差异.*1260/)
  })
})

describe('a waybill label', () => {
  const long = {
    recipient: {
      name: '陈国良'.repeat(8),
      phone: '13857562093',
      address: '浙江省绍兴市柯桥区齐贤街道'.repeat(6),
    },
    lines: Array.from({ length: 40 }, () => ({
      productCode: 'FM-QF',
      name: '球阀',
      quantity: '1',
      unit: '只',
    })),
  }

  it.each(papersOf('waybill-label'))(
    'stays one label for each package on %s and keeps its bars and address',
    async (paper) => {
      const { texts } = await draw('waybill-label', paper, long)
      expect(texts).toHaveLength(3)
      for (const [at, text] of texts.entries()) {
        expect(text).toContain(`${at + 1}/3件`)
        expect(text.split('SF1402687951234')).toHaveLength(3)
        expect(text.split('齐贤街道')).toHaveLength(7)
      }
    },
  )
})

describe('a long statement', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      date: '2026-11-02',
      no: `SH-${String(at + 1).padStart(4, '0')}`,
      summary: at % 5 === 2 ? '不锈钢内六角圆柱头螺栓（全牙，带弹垫平垫）第二批补货' : '黄铜球阀 DN20',
      charge: 10_000,
      payment: null,
      balance: 10_000 * (at + 1),
    }))

  it.each(['a4', 'form-241-full'])('carries its sums from page to page on %s', async (paper) => {
    const { texts } = await draw('statement', paper, { lines: lines(150) })
    expect(texts.length).toBeGreaterThan(3)
    expect(texts.join('').match(/SH-\d{4}/g)).toEqual(lines(150).map(({ no }) => no))
    let carried: string | undefined
    for (const [page, text] of texts.entries()) {
      const count = Number(/.*SH-(\d{4})/.exec(text)?.[1])
      expect(/承前页([\d,]+\.00?)/.exec(text)?.[1]).toBe(carried)
      carried = /过次页([\d,]+?\.00)/.exec(text)?.[1]
      const isLast = page === texts.length - 1
      expect(carried).toBe(isLast ? undefined : `${(count * 100).toLocaleString('en')}.00`)
      expect(text.includes('本期合计15,000.00')).toBe(isLast)
      expect(text.includes('对账回执')).toBe(isLast)
    }
  })

  it('fills its pages as well under a head of long names', async () => {
    const customer = {
      code: 'C0028',
      name: '绍兴柯桥恒达水暖器材'.repeat(4),
      address: '绍兴市柯桥区柯岩街道建材城'.repeat(4),
    }
    const { texts } = await draw('statement', 'a4', { lines: lines(150), customer })
    for (const text of texts.slice(0, -1)) expect(text.match(/SH-\d{4}/g)?.length).toBeGreaterThan(20)
  })

  it('never cuts a line, nor leaves its end without one, wherever the page ends', async () => {
    for (const count of [8, 14, 16, 18, 24, 27, 28, 30]) {
      const { texts } = await draw('statement', 'a4', { lines: lines(count) })
      for (const text of texts) {
        expect(text).toMatch(/SH-\d{4}/)
        expect(text.split('不锈钢')).toHaveLength(text.split('补货').length)
      }
      expect(texts.join('').split('过次页')).toHaveLength(texts.length)
      expect(texts.at(-1)).toMatch(/本期合计.*对账回执/)
    }
  })
})

function papersOf(kind: string): string[] {
  const { papers } = readDocument(kind)
  return Array.isArray(papers) ? papers.map(String) : []
}
