import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { drawPdf } from '../../../print-server/render/drawPdf.js'
import { renderHtml } from '../../../print-server/render/htmlWorker.js'
import { launchBrowser } from '../../../print-server/render/launchBrowser.js'
import { createRenderer } from '../../../print-server/render/renderer.js'
import { freePort } from '../../support/ports.js'
import { contentOf } from '../../templates/readTemplate.js'

const renderer = createRenderer({ size: 1 })
const asked: string[] = []
const intranet = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.setHeader('Content-Type', 'text/html').end('INTRANET')
})
let site = ''
let folder = ''
let secret = ''

beforeAll(async () => {
  const port = await freePort()
  await new Promise<void>((resolve) => intranet.listen(port, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${port}`
  folder = await mkdtemp(join(tmpdir(), 'slipway-secret-'))
  await writeFile(join(folder, 'secret.html'), 'SECRET')
  secret = pathToFileURL(join(folder, 'secret.html')).href
})

afterAll(async () => {
  await renderer.close()
  intranet.close()
  await rm(folder, { recursive: true })
})

function render(source: string, data: Record<string, unknown> = {}, css = '') {
  const { template, copies } = contentOf('delivery-note', 'a4')
  const files = { 'template.hbs': source, 'style.css': css }
  return renderer.render({ template: { ...template, files }, data, copies: copies.slice(0, 1) })
}

describe('a template that hides where it wants to go', () => {
  it.each([
    ['an image named by data', '<img src="{{url}}">', ''],
    ['a picture in SVG named by data', '<svg><image href="{{url}}"/></svg>', ''],
    ['a background in escaped CSS', '<p>a</p>', 'p { background: \\75 rl({site}/a) }'],
    ['an import in escaped CSS', '<style>@\\69mport "{site}/a.css";</style>', ''],
    [
      'a font in escaped CSS',
      '<p>a</p>',
      '@font-face { font-family: f; src: u\\72l({site}/f) } p { font-family: f }',
    ],
  ])('gets nowhere and is told so: %s', async (_name, source, css) => {
    const drawn = render(source.replace('{site}', site), { url: `${site}/a` }, css.replace('{site}', site))
    await expect(drawn).rejects.toMatchObject({ code: 'template', detail: expect.stringContaining(site) })
    expect(asked).toEqual([])
  })

  it('still leaves a renderer that draws', async () => {
    await expect(render('<p>a</p>')).resolves.toMatchObject({ pages: 1 })
  })
})

describe('the browser, whatever HTML it is given', () => {
  const hostile = () => `<html><head>
    <meta http-equiv="refresh" content="0;url=${site}/refresh"><link rel="stylesheet" href="${site}/a.css">
    <link rel="prefetch" href="${site}/prefetch"><link rel="preconnect" href="${site}"><style>@import "${site}/import.css";
    @font-face { font-family: f; src: url(${site}/font) } body { font-family: f; background: url(${site}/background) }</style></head>
    <body><img src="${site}/img" srcset="${site}/srcset 2x"><iframe src="${site}/iframe"></iframe><iframe src="${secret}"></iframe>
    <object data="${site}/object"></object><embed src="${secret}"><video src="${site}/video" poster="${site}/poster"></video>
    <svg><image href="${site}/svg"/><use href="${site}/use#a"/></svg><img src="${secret}">
    <script>fetch('${site}/fetch'); new WebSocket('${site.replace('http', 'ws')}/ws'); document.body.append('SCRIPTED')</script></body></html>`

  it('neither reaches the network nor a file nor runs a script', async () => {
    const browser = await launchBrowser()
    try {
      await expect(drawPdf(browser.page, hostile())).rejects.toMatchObject({ code: 'template' })
      const shown = await browser.page.mainFrame().content()
      expect(shown).not.toContain('SECRET')
      expect(shown).not.toContain('<body>SCRIPTED')
      expect(asked).toEqual([])
    } finally {
      await browser.kill()
    }
  })
})

describe('a template that never ends', () => {
  const lines = Array.from({ length: 300 }, (_, i) => i)
  const nested = (depth: number, text: string): string =>
    depth === 0 ? text : `{{#each @root.lines}}${nested(depth - 1, text)}{{/each}}`

  it('is stopped by time', async () => {
    await expect(render(nested(6, ''), { lines })).rejects.toMatchObject({
      code: 'template',
      detail: expect.stringContaining('The template was not done after 5 s'),
    })
  })

  it('is stopped by memory, unless time ends it first', async () => {
    await expect(render(nested(4, '{{this}}{{@index}}'), { lines })).rejects.toMatchObject({
      code: 'template',
      detail: expect.stringMatching(/needs more than 256 MB of memory|not done after 5 s/),
    })
  })

  it('is refused when it writes more than any document needs', async () => {
    const twentyMegabytes = nested(2, 'x'.repeat(230))
    await expect(render(twentyMegabytes, { lines })).rejects.toMatchObject({
      code: 'too-large',
      detail: expect.stringContaining('5000000 characters'),
    })
  })

  it('leaves a thread that fills the next one', async () => {
    const content = contentOf('delivery-note', 'a4')
    expect(await renderHtml(content)).toHaveLength(content.copies.length)
    await expect(render('<p>a</p>')).resolves.toMatchObject({ pages: 1 })
  })
})
