import { afterAll, describe, expect, it } from '@jest/globals'
import type { Content, Copy } from '../../print-server/protocol.js'
import { createRenderer } from '../../print-server/render/renderer.js'
import type { Rendering } from '../../print-server/render/rendering.js'
import { fontsOf, pageSizes, pageTexts } from '../support/pdf.js'
import { codeOf, manyLines } from './manyLines.js'
import {
  allKinds,
  contentOf,
  kinds,
  readCopies,
  readDocument,
  readPaper,
  readTemplate,
} from './readTemplate.js'

const renderer = createRenderer({ size: 2 })
afterAll(() => renderer.close())

const papers = ['form-241-half', 'a4']
const everyKindAndPaper = kinds.flatMap((kind) => papers.map((paper) => [kind, paper] as const))
const withLines = everyKindAndPaper.filter(([kind]) => kind !== 'test-page')

/** The text of each copy's pages, without the blanks that only lay it out. */
async function copyTexts({ pdf, sheets }: Rendering): Promise<string[][]> {
  const pages = (await pageTexts(pdf)).map((text) => text.replace(/\s+/g, ''))
  return sheets.map(({ from, to }) => pages.slice(from - 1, to))
}

function withoutLabel(pages: string[], { label }: Copy): string[] {
  return pages.map((text) => text.replaceAll(label.replace(/\s+/g, ''), ''))
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** The same document with this many lines, for the first copy only unless told otherwise. */
function long(kind: string, paper: string, lines: number, copies = 1): Content {
  const content = contentOf(kind, paper, manyLines(lines))
  return { ...content, copies: content.copies.slice(0, copies) }
}

describe.each(everyKindAndPaper)('%s on %s', (kind, paperName) => {
  const drawn = renderer.render(contentOf(kind, paperName))

  it('offers the paper, and has exactly its size on every sheet', async () => {
    const { widthMm, heightMm } = readPaper(paperName)
    expect(readDocument(kind).papers).toContain(paperName)
    const { pdf, pages } = await drawn
    expect(await pageSizes(pdf)).toEqual(Array.from({ length: pages }, () => ({ widthMm, heightMm })))
  })

  it('is set in embedded TrueType and nothing else', async () => {
    const fonts = await fontsOf((await drawn).pdf)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatchObject({ type: 'CID TrueType', embedded: true })
    for (const { name } of fonts) expect(name).toMatch(/\+NotoSansSC-/)
  })
})

describe.each(withLines)('%s on %s', (kind, paperName) => {
  const copies = readCopies(kind)
  const drawn = renderer.render(contentOf(kind, paperName))

  it('gives every copy its own labelled sheets, in the order of the copies', async () => {
    const rendering = await drawn
    const texts = await copyTexts(rendering)
    expect(rendering.sheets.map(({ copyId }) => copyId)).toEqual(copies.map(({ id }) => id))
    expect(rendering.sheets.at(-1)?.to).toBe(rendering.pages)
    for (const [index, copy] of copies.entries())
      for (const [page, text] of (texts[index] ?? []).entries()) {
        expect(text).toContain(copy.label.replace(/\s+/g, ''))
        expect(text).toContain(`第${page + 1}/${texts[index]?.length}页`)
      }
  })

  it('says the same on all copies that show the same, but for the label', async () => {
    const texts = await copyTexts(await drawn)
    for (const showsPrice of [true, false]) {
      const bare = copies.flatMap((copy, i) =>
        copy.showsPrice === showsPrice ? [withoutLabel(texts[i] ?? [], copy)] : [],
      )
      for (const text of bare) expect(text).toEqual(bare[0])
    }
  })

  it('shows prices on the copies that may show them, and on no other', async () => {
    const content = contentOf(kind, paperName)
    const hidden = content.copies.map((copy) => ({ ...copy, showsPrice: false }))
    const priceless = (await copyTexts(await renderer.render({ ...content, copies: hidden }))).flat().join('')
    expect(priceless).not.toMatch(/单价|金额|税额|税率|大写|¥/)
    expect(priceless).toContain('合计')
    const priced = (await copyTexts(await drawn)).filter((_, i) => copies[i]?.showsPrice)
    for (const pages of priced) expect(pages.join('')).toMatch(/含税单价.*大写）：人民币.*¥/)
  })

  it('copes when everything that may be missing is missing', async () => {
    const content = contentOf(kind, paperName)
    const bare = {
      company: { name: '联泰五金' },
      document: { title: '单据', no: 'A-1' },
      lines: [],
      totals: null,
    }
    const texts = await copyTexts(await renderer.render({ ...content, data: bare }))
    for (const pages of texts) {
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain('A-1')
      expect(pages[0]).not.toMatch(/undefined|null|NaN|object/)
    }
  })

  it.each([1, 12, 60, 300])('carries %i lines, each once, whole and in order', async (lines) => {
    const { pdf } = await renderer.render(long(kind, paperName, lines))
    const pages = await pageTexts(pdf)
    const codes = pages.join('\n').match(/HP-\d{4}/g)
    expect(codes).toEqual(Array.from({ length: lines }, (_, i) => codeOf(i + 1)))
    for (const text of pages) {
      expect(text).toContain('商品编码')
      expect(text).toMatch(/HP-\d{4}/)
    }
    // The long names take two lines of type; a row cut in two would leave its halves on two pages.
    for (const text of pages) expect(count(text, '不锈钢')).toBe(count(text, '垫）'))
    const whole = pages.join('').replace(/\s+/g, '')
    expect(count(whole, '合计')).toBeGreaterThan(0)
    expect(count(pages.slice(0, -1).join('').replace(/\s+/g, ''), '合计')).toBe(0)
    expect(count(whole, '制单：')).toBe(1)
  })

  it('never gives totals and signatures a sheet without a line', async () => {
    // Around the ends of the first two pages of the form and of A4: there a section may be torn off.
    const counts =
      paperName === 'a4' ? [...range(20, 28), ...range(54, 63)] : [...range(8, 16), ...range(25, 33)]
    const last = await Promise.all(
      counts.map(
        async (lines) =>
          (await pageTexts((await renderer.render(long(kind, paperName, lines))).pdf)).at(-1) ?? '',
      ),
    )
    for (const text of last) {
      expect(text).toMatch(/HP-\d{4}/)
      expect(text.replace(/\s/g, '')).toMatch(/合计.*制单：/)
    }
  })
})

describe('a long document', () => {
  it('counts its pages within each copy, and names itself on each', async () => {
    const content = long('delivery-note', 'form-241-half', 60, 3)
    const texts = await copyTexts(await renderer.render(content))
    for (const [index, pages] of texts.entries()) {
      expect(pages.length).toBeGreaterThan(3)
      for (const [page, text] of pages.entries()) {
        expect(text).toContain(`第${page + 1}/${pages.length}页`)
        expect(text).toContain('SH20261123-0007')
        expect(text).toContain(content.copies[index]?.label.replace(/\s+/g, ''))
        expect(count(text, '送货单（续）')).toBe(page === 0 ? 0 : 1)
      }
    }
  })
})

describe('a delivery note', () => {
  it('says who gets what for how much', async () => {
    const [first = ''] = await pageTexts(
      (await renderer.render(contentOf('delivery-note', 'form-241-half'))).pdf,
    )
    for (const part of [
      '宁波市镇海联泰五金机电有限公司',
      'No. SH20261123-0007',
      'C0028 绍兴柯桥恒达水暖器材经营部',
      '陈国良（工地仓库） 138 5756 2093',
      '送货日期：2026-11-23',
      'XS20261122-0031',
      'Φ25×3.5',
      '人民币捌仟玖佰壹拾玖元整',
      '¥8,919.00',
      '制单：王芳',
      '收货人签字（盖章）',
    ])
      expect(first).toContain(part)
    expect(first).toMatch(
      /1\s+FM-QF-DN20\s+黄铜球阀（加厚全通径）\s+DN20 Φ25×1\.6MPa\s+只\s+120\s+18\.60\s+2,232\.00/,
    )
    expect(first).toMatch(/合\s+计\s+1404\s+8,919\.00/)
  })

  it('keeps within its columns however long names and figures are', async () => {
    const { lines } = manyLines(3)
    const extreme = lines.map((line) => ({
      ...line,
      productCode: 'X'.repeat(40),
      name: '超长品名'.repeat(20),
      spec: '1234567890×'.repeat(5),
      quantity: '12345678.1234',
      unitPrice: '1234567.123456',
      grossAmount: 999_999_999_99,
      remark: '备注'.repeat(30),
    }))
    const content = contentOf('delivery-note', 'form-241-half', { lines: extreme })
    const { pdf } = await renderer.render({ ...content, copies: content.copies.slice(0, 1) })
    const text = (await pageTexts(pdf)).join('').replace(/\s+/g, '')
    expect(count(text, '999,999,999.99')).toBe(3)
    expect(count(text, '12345678.1234')).toBe(3)
  })

  it('prints rare characters of names and measures from its own font', async () => {
    const name = '䶮麤㛃喆𬀩 Φ12 Ω ℃ ≥ № ㎡ ①'
    const content = contentOf('delivery-note', 'a4', { customer: { name } })
    const { pdf } = await renderer.render(content)
    expect((await pageTexts(pdf))[0]).toContain(name)
    for (const font of await fontsOf(pdf)) expect(font.name).toMatch(/\+NotoSansSC-/)
  })

  it('is set in our font even when its style asks for 宋体', async () => {
    const { template, data, copies } = contentOf('delivery-note', 'a4')
    const style = `${template.files['style.css']} body, td { font-family: 宋体, SimSun; }`
    const { pdf } = await renderer.render({
      template: { ...template, files: { ...template.files, 'style.css': style } },
      data,
      copies,
    })
    for (const font of await fontsOf(pdf)) expect(font.name).toMatch(/\+NotoSansSC-/)
  })

  it('stores the fonts that its copies share once', async () => {
    const content = contentOf('delivery-note', 'form-241-half')
    const one = await renderer.render({ ...content, copies: content.copies.slice(0, 1) })
    const three = await renderer.render(content)
    expect(three.pdf.length).toBeLessThan(one.pdf.length * 1.6)
  })

  it('carries the names of all plies when one print goes through them', async () => {
    const label = '第一联 存根 白 · 第二联 客户 红 · 第三联 财务 黄'
    const content = contentOf('delivery-note', 'form-241-half')
    const copies = content.copies.slice(0, 1).map((copy) => ({ ...copy, label, color: '' }))
    const [text = ''] = await pageTexts((await renderer.render({ ...content, copies })).pdf)
    expect(text).toContain(label)
  })
})

describe('the templates as files', () => {
  it.each(allKinds)('%s names itself in both languages and its usual paper among its papers', (kind) => {
    const { title, paper, papers: offered } = readDocument(kind)
    expect(title).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
    expect(offered).toContain(paper)
  })

  it('share no partial that nothing uses', () => {
    const files = allKinds.map((kind) => readTemplate(kind, 'a4').files)
    const sources = files.flatMap((texts) => Object.values(texts)).join('')
    for (const file of Object.keys(files[0] ?? {}).filter((name) => /^partials\/.*hbs$/.test(name)))
      expect(sources).toMatch(new RegExp(`\\{\\{#?> ${file.slice('partials/'.length, -'.hbs'.length)}\\b`))
  })
})
