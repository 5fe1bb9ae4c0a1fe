import { afterAll, describe, expect, it } from '@jest/globals'
import type { Content } from '../../../print-server/protocol.js'
import { createRenderer } from '../../../print-server/render/renderer.js'
import { pageTexts, wordsOutside } from '../../support/pdf.js'
import { codeOf, manyLines } from '../../templates/manyLines.js'
import { contentOf } from '../../templates/readTemplate.js'

const renderer = createRenderer({ size: 2 })
afterAll(() => renderer.close())

const only = (content: Content, copies: number): Content => ({
  ...content,
  copies: content.copies.slice(0, copies),
})

const bare = (text: string) => text.replace(/\s+/g, '')
const texts = async (pdf: Uint8Array) => (await pageTexts(pdf)).map(bare)

/** Every text of the data that somebody may have typed, longer by this word. */
function swollen(value: unknown, word: string): unknown {
  if (typeof value === 'string')
    return /^data:|^\d{4}-|^-?[\d.]*$|^[A-Z]*[\d-]+$/.test(value) || value.length < 4 ? value : value + word
  if (Array.isArray(value)) return value.map((one: unknown) => swollen(one, word))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, swollen(one, word)]))
}

function swell(content: Content, word: string): Content {
  const data = swollen(content.data, word)
  const { company, document } = content.data
  return {
    ...content,
    data: { ...content.data, ...(typeof data === 'object' ? data : {}), company, document },
  }
}

const names: [string, string, RegExp][] = [
  ['emoji', '😀球阀', /球阀/],
  ['rare Han characters', '䶮𠮷麤龘五金', /䶮.?麤龘五金/u],
  ['Arabic', 'مرحبا', /[\u0600-\u06ff\ufb50-\ufeff]{5}/],
  ['Hebrew beside digits', 'שלום 12', /12/],
  ['an override of the direction', '\u202eabc', /abc|cba/],
  ['control characters', 'ab\u0000\u0007\u001b[31mcd', /ab.*cd/],
  ['markup', '<b>&amp;</b><script>x</script>', /<b>&amp;<\/b>.*<script>x<\/script>/],
  ['mustaches', '{{constructor}}{{{a}}}', /\{\{constructor\}\}\{\{\{a\}\}\}/],
  ['a lone surrogate', 'ab\ud83dcd', /ab.?cd/],
]

it.each(names)(
  '%s in a name stands on the paper beside its code, and moves nothing',
  async (_, name, seen) => {
    const { lines, totals } = manyLines(3)
    const content = contentOf('delivery-note', 'a4', {
      totals,
      lines: lines.map((line) => ({ ...line, name })),
    })
    const { pdf, pages } = await renderer.render(only(content, 1))
    const [text = ''] = await texts(pdf)
    expect(pages).toBe(1)
    expect(text).toMatch(seen)
    expect(text.match(/HP-\d{4}/g)).toEqual([codeOf(1), codeOf(2), codeOf(3)])
    expect(await wordsOutside(pdf)).toEqual([])
  },
)

describe('a very long word in every text', () => {
  it.each([
    ['delivery-note', 'form-241-half'],
    ['sales-order', 'a4'],
    ['pick-list', 'a4'],
    ['statement', 'a4'],
    ['receipt', 'form-241-half'],
    ['change-request', 'a4'],
    ['stocktake-sheet', 'a4'],
  ])('is broken, and stays on the sheet: %s on %s', async (kind, paper) => {
    const { pdf } = await renderer.render(only(swell(contentOf(kind, paper), 'W'.repeat(60)), 1))
    expect(await wordsOutside(pdf)).toEqual([])
  })
})

describe('more than a sheet holds', () => {
  it('flows over as many sheets as it takes, each line once and in order, on every copy', async () => {
    const { pdf, sheets } = await renderer.render(contentOf('delivery-note', 'a4', manyLines(400)))
    const pages = await texts(pdf)
    expect(sheets).toHaveLength(3)
    for (const { from, to } of sheets) {
      const codes = pages
        .slice(from - 1, to)
        .join('')
        .match(/HP-\d{4}/g)
      expect(codes).toEqual(Array.from({ length: 400 }, (_, at) => codeOf(at + 1)))
      expect(pages[to - 1]).toContain(`第${to - from + 1}/${to - from + 1}页`)
    }
  })

  it('is refused where it is ten thousand lines, with what to do', async () => {
    const drawn = renderer.render(contentOf('delivery-note', 'a4', manyLines(10_000)))
    await expect(drawn).rejects.toMatchObject({
      code: 'too-large',
      detail: expect.stringMatching(/at most 50000 .*divide a document that long/),
      about: { zh: expect.stringContaining('请把单据分成几张') },
    })
  })

  const address = (text: string) => ({ recipient: { name: '陈国良', phone: '138 5756 2093', address: text } })

  it('is refused on a label, with what is too long', async () => {
    const data = address('浙江省绍兴市柯桥区'.repeat(40))
    await expect(renderer.render(contentOf('waybill-label', 'label-76x130', data))).rejects.toMatchObject({
      code: 'too-large',
      about: { zh: expect.stringMatching(/^面单超出纸张 \d+ 毫米，放不下。请缩短地址/) },
    })
  })

  it('keeps a long address on a label, and of thirty goods as many whole lines as it holds', async () => {
    const { lines } = manyLines(30)
    const long = '浙江省绍兴市柯桥区齐贤街道镜水路一八六六号'.repeat(3)
    const { pdf, pages } = await renderer.render(
      contentOf('waybill-label', 'label-100x150', { ...address(long), lines }),
    )
    expect(pages).toBe(3)
    for (const text of await texts(pdf)) {
      // The sign beside the address stands in the middle of it.
      expect(text.replace('收', '')).toContain(long)
      expect(text).toContain('共30种货品')
      expect(text.match(/HP-\d{4}/g)?.length).toBe(text.match(/×2只/g)?.length)
    }
    expect(await wordsOutside(pdf)).toEqual([])
  })
})
