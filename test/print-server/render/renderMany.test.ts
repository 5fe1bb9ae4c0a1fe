import { afterAll, describe, expect, it } from '@jest/globals'
import type { Content } from '../../../print-server/protocol.js'
import { rasterizePdf } from '../../../print-server/raster/rasterizePdf.js'
import { createRenderer } from '../../../print-server/render/renderer.js'
import { fontsOf, pageSizes, pageTexts } from '../../support/pdf.js'
import { manyLines } from '../../templates/manyLines.js'
import { allKinds, contentOf, readDocument, readPaper } from '../../templates/readTemplate.js'

const renderer = createRenderer({ size: 2 })
afterAll(() => renderer.close())

/** The same paper for several customers. */
function documents(kind: string, paper: string, count: number): Content[] {
  return Array.from({ length: count }, (_, at) => {
    const content = contentOf(kind, paper)
    const document = Object.entries(content.data.document ?? {})
    return {
      ...content,
      data: { ...content.data, document: { ...Object.fromEntries(document), no: `SH20261126-${1000 + at}` } },
    }
  })
}

const withSource = (content: Content, source: string): Content => ({
  ...content,
  template: { ...content.template, sha256: source, files: { 'template.hbs': source, 'style.css': '' } },
})

/** Every dot that a printer would put on the paper. */
const dots = (pdf: Buffer, { template }: Content) =>
  rasterizePdf(pdf, template.paper, { type: 'black_1', dpi: { x: 203, y: 203 } })

describe('documents drawn in one pass', () => {
  it.each(allKinds)('%s looks to the dot as it does alone, or is left to be drawn alone', async (kind) => {
    const paper = String(readDocument(kind).paper)
    const contents = documents(kind, paper, 3)
    const many = await renderer.renderMany(contents)
    const last = contents[2]
    const together = many[2]
    if (!last) throw new Error('no document')
    const alone = await renderer.render(last)
    if (!together) {
      // Only a document that does not fit one page a copy needs a page of its own.
      expect(alone.pages).toBeGreaterThan(Math.max(1, last.copies.length))
      return
    }
    expect(together.sheets).toEqual(alone.sheets)
    expect((await dots(together.pdf, last)).equals(await dots(alone.pdf, last))).toBe(true)
  })

  it('each are a small file of their own, with nothing of the others', async () => {
    const contents = documents('delivery-note', 'form-241-half', 20)
    const drawn = await renderer.renderMany(contents)
    const alone = await renderer.render(contentOf('delivery-note', 'form-241-half'))
    for (const [at, one] of drawn.entries()) {
      const texts = (await pageTexts(one?.pdf ?? Buffer.alloc(0))).join()
      expect(texts).toContain(`SH20261126-${1000 + at}`)
      expect(texts.match(/SH20261126-1\d\d\d/g)?.every((no) => no.endsWith(String(1000 + at)))).toBe(true)
      expect(one?.pdf.length).toBeLessThan(alone.pdf.length * 1.5)
    }
    const pdf = drawn[0]?.pdf ?? Buffer.alloc(0)
    const { widthMm, heightMm } = readPaper('form-241-half')
    expect(await pageSizes(pdf)).toEqual(contents[0]?.copies.map(() => ({ widthMm, heightMm })))
    for (const font of await fontsOf(pdf))
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true })
  })

  it('leave out one that flows over pages, one that breaks its template and one that asks for the network', async () => {
    const [good, other] = documents('delivery-note', 'a4', 2)
    if (!good || !other) throw new Error('no documents')
    const long = { ...good, data: { ...good.data, ...manyLines(90) } }
    const source =
      '{{#if bad}}<img src="{{bad}}">{{else}}<p>{{day document.issuedAt}} {{document.no}}</p>{{/if}}'
    const own = (changes: Record<string, unknown>) =>
      withSource({ ...good, data: { ...good.data, ...changes } }, source)
    const drawn = await renderer.renderMany([
      long,
      other,
      own({}),
      own({ bad: 'http://intranet.example/x.png' }),
      own({ document: { issuedAt: 'never' } }),
      own({}),
    ])
    expect(drawn.map((one) => one !== null)).toEqual([false, true, true, false, false, true])
  })

  it.each([
    ['a fixed element', '<style>.x { position: fixed }</style><p class="x">a</p>'],
    ['a counter', '<style>p { counter-increment: n }</style><p>a</p>'],
    ['the ground of the whole page', '<style>body { background: #eee }</style><p>a</p>'],
    ['a name that may stand once', '<p id="one">a</p>'],
    ['a left page', '<style>@page :left { margin: 0 }</style><p>a</p>'],
  ])('are drawn alone where their template has %s', async (_what, source) => {
    const [one, two] = documents('delivery-note', 'a4', 2).map((content) => withSource(content, source))
    if (!one || !two) throw new Error('no documents')
    expect(await renderer.renderMany([one, two])).toEqual([null, null])
  })
})
