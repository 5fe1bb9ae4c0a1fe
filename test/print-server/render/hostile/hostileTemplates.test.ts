import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Content } from '../../../../print-server/protocol.js'
import { composeHtml } from '../../../../print-server/render/composeHtml.js'
import { drawPdf } from '../../../../print-server/render/drawPdf.js'
import { launchBrowser, type RunningBrowser } from '../../../../print-server/render/launchBrowser.js'
import { createRenderer } from '../../../../print-server/render/renderer.js'
import { RenderError } from '../../../../print-server/render/renderError.js'
import { pageTexts } from '../../../support/pdf.js'
import { contentOf } from '../../../templates/readTemplate.js'
import { hostileRows, type HostileRow } from './hostileRows.js'
import { openIntranet, type Intranet } from './intranet.js'

let intranet: Intranet
let browser: RunningBrowser
const renderer = createRenderer({ size: 1 })

beforeAll(async () => {
  intranet = await openIntranet()
  browser = await launchBrowser()
})

afterEach(() => expect(intranet.knocks()).toBe(0))

afterAll(async () => {
  // No luck: the door that stayed shut is one that opens.
  await intranet.knock()
  expect(intranet.knocks()).toBe(2)
  await browser.kill()
  await renderer.close()
  await intranet.close()
})

const rows = Array.from({ length: 300 }, (_, i) => i)

function contentWith(template: string, files: Record<string, string> = {}): Content {
  const { template: base, copies } = contentOf('delivery-note', 'a4')
  const own = Object.entries({ 'template.hbs': template, 'style.css': '', ...files })
  const filled = Object.fromEntries(own.map(([name, text]) => [name, intranet.addressed(text)]))
  const data = {
    rows,
    url: intranet.addressed('SITE/data'),
    file: intranet.addressed('FILE'),
    html: intranet.addressed("<script>fetch('SITE')</script><iframe src='FILE'></iframe>"),
    name: 'constructor',
    odd: { toString: 1 },
    ...(template.includes('long') && { long: `1.${'0'.repeat(1_000_000)}1` }),
    ...(template.includes('picture}}') && { picture: 'data:image/png;base64,'.padEnd(50_000_000, 'A') }),
  }
  return { template: { ...base, files: filled }, data, copies: copies.slice(0, 1) }
}

/** As the print server draws it, in one browser that is replaced where it went astray: a launch a row would take minutes. */
async function drawn(html: string): Promise<Uint8Array> {
  if (!browser.isAlive() || browser.page.url() !== 'about:blank') {
    await browser.kill()
    browser = await launchBrowser()
  }
  const late = setTimeout(() => void browser.kill(), 10_000)
  try {
    return await drawPdf(browser.page, html)
  } finally {
    clearTimeout(late)
  }
}

/** What came of it, told as a sentence where it is no paper. */
const endOf = (work: () => Promise<Uint8Array | undefined>): Promise<unknown> =>
  work().catch((error: unknown) =>
    error instanceof RenderError ? error.detail : error instanceof Error ? error.message : error,
  )

/** Either a paper that holds nothing but this, or a sentence that says why there is none. */
async function expectEnd(work: () => Promise<Uint8Array | undefined>, end: string | RegExp): Promise<void> {
  const result = await endOf(work)
  if (typeof end === 'string') return expect(result).toContain(intranet.addressed(end))
  expect(await textOf(result)).toMatch(end)
}

async function textOf(pdf: unknown): Promise<string> {
  if (!(pdf instanceof Uint8Array)) throw new Error(`It was not drawn: ${String(pdf)}`)
  const text = (await pageTexts(Buffer.from(pdf))).join('').trim()
  expect(text).not.toMatch(/SECRET|INTRANET|SCRIPTED/)
  return text
}

const page = (html: string) => `<!doctype html><html><head></head><body>${html}</body></html>`

describe('a hostile template reaches nothing, and comes to a paper or to a clear error', () => {
  it.each<HostileRow>([...hostileRows.insides, ...hostileRows.seen, ...hostileRows.hidden])(
    'by %s',
    (...[, template, end, files]) =>
      expectEnd(async () => drawn(composeHtml(contentWith(template, files))[0] ?? ''), end),
  )

  it.each(hostileRows.raw)('by %s that no check has seen', async (...[, html]) => {
    const result = await endOf(() => drawn(page(intranet.addressed(html))))
    if (typeof result === 'string') expect(result).toMatch(/only data: is possible|frame was detached/)
    else expect(await textOf(result)).toMatch(/^a*$/)
  })

  it.each<HostileRow>(hostileRows.endless)('by %s', async (...[, template, end, files]) => {
    await expectEnd(async () => (await renderer.render(contentWith(template, files))).pdf, end)
  })

  it('by a sheet of a hundred kilometres', async () => {
    const quick = createRenderer({ size: 1, timeoutMs: 2_000 })
    await expect(
      quick.render(contentWith('<div style="height:100000000mm;border:1px solid">a</div>')),
    ).rejects.toMatchObject({ code: expect.stringMatching(/render-timeout|too-large|template/) })
    await quick.close()
  })

  it('and an honest document is drawn all the same', async () => {
    await expect(renderer.render(contentOf('delivery-note', 'a4'))).resolves.toMatchObject({ pages: 3 })
  })
})
