import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { startPrintServer, type PrintServer } from '../../print-server/printServer.js'
import { createPreviewRenderer } from '../../print-server/render/previewRenderer.js'
import { openHouse, type House } from '../support/house.js'
import { pageSizes, pageTexts } from '../support/pdf.js'
import { until } from '../support/until.js'
import { contentOf } from '../templates/readTemplate.js'

let house: House
let server: PrintServer
const previewRenderer = createPreviewRenderer()

beforeAll(async () => {
  house = await openHouse('sqlite')
  const key = await house
    .as('admin')
    .create('api-keys', { name: 'previews', roles: ['print-server'], site: 'main' })
  server = await startPrintServer({
    config: { apiUrl: house.api.origin, token: String(key.token), host: '127.0.0.1', port: 0 },
    renderer: {
      ready: () => true,
      renderMany: () => Promise.resolve([]),
      render: () => Promise.reject(new Error('nothing is printed here')),
    },
    previewRenderer,
    log: pino({ level: 'silent' }),
  })
  // The thread and the browser start before anybody waits for them only ten seconds.
  await previewRenderer.render(contentOf('test-page', 'a4'))
}, 60_000)

afterAll(async () => {
  await server.drain()
  await previewRenderer.close()
  await house.api.stop()
})

/** Asked again while it says that it was not quick enough: a busy machine starts a browser slowly. */
async function preview(body: object) {
  return until(
    () => once(body),
    ({ status }) => status !== 503,
    { within: 60_000 },
  )
}

async function once(body: object): Promise<{ status: number; bytes: Uint8Array; json: () => unknown }> {
  const response = await fetch(`${house.api.origin}/api/template-previews`, {
    method: 'POST',
    headers: {
      ...(await house.as('admin').headers()),
      'Content-Type': 'application/json',
      'Accept-Language': 'en',
    },
    body: JSON.stringify({ kind: 'delivery-note', ...body }),
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, bytes, json: () => JSON.parse(new TextDecoder().decode(bytes)) }
}

describe('a preview drawn by a print server', () => {
  it('is the paper as it would be printed', async () => {
    const { status, bytes } = await preview({ copyNo: 1 })
    expect(status).toBe(200)
    expect((await pageSizes(bytes))[0]).toEqual({ widthMm: 241, heightMm: 139.7 })
    expect((await pageTexts(bytes))[0]).toContain('第一联 存根 白')
  }, 60_000)

  const broken = (source: string, file = 'template.hbs') => ({ files: { [file]: source } })
  it.each<[string, object, object]>([
    ['a block that is not closed', broken('<p>\n{{#each lines}}'), { file: 'template.hbs', line: 2 }],
    [
      'a block closed by another',
      broken('<p>\n  {{#if a}}x{{/each}}'),
      { file: 'template.hbs', line: 2, column: 6 },
    ],
    ['a helper that is none', broken('a\n {{colour name}}'), { file: 'template.hbs', line: 2, column: 2 }],
    ['a partial that is none', broken('{{> haed}}'), { file: 'template.hbs', line: 1, column: 1 }],
    [
      'a value of the wrong kind',
      broken('a\n\n<b>{{yuan customer.name}}</b>'),
      { file: 'template.hbs', line: 3, column: 4 },
    ],
    [
      'a value of the wrong kind in a partial',
      broken('{{#if x}}{{/if}}\n{{yuan "x"}}', 'partials/closing.hbs'),
      { file: 'partials/closing.hbs', line: 2, column: 1 },
    ],
    [
      'an element that loads',
      broken('<p>\n<img src="http://x/">'),
      { file: 'template.hbs', line: 2, column: 6 },
    ],
    ['a script', broken('a\n <script>x</script>'), { file: 'template.hbs', line: 2, column: 2 }],
    [
      'a style sheet that loads',
      broken('p {\n  background: url(http://x/)\n}', 'style.css'),
      { file: 'style.css', line: 2, column: 15 },
    ],
  ])('tells the place of %s', async (_what, body, place) => {
    const { status, json } = await preview(body)
    expect(json()).toMatchObject({ code: 'template_fault', message: expect.any(String), place })
    expect(status).toBe(422)
  })

  it('that never ends is told so, and the next one is drawn', async () => {
    const loops =
      '{{#each (times 1000)}}{{#each (times 1000)}}{{#each (times 1000)}}x{{/each}}{{/each}}{{/each}}'
    const [slow, next] = await Promise.all([preview(broken(loops)), preview({ copyNo: 1 })])
    expect(slow.json()).toMatchObject({
      code: 'template_fault',
      message: expect.stringMatching(/not done|memory/),
    })
    expect(next.status).toBe(200)
  }, 60_000)
})
