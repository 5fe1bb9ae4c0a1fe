import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { pino } from 'pino'
import type { Browser } from 'puppeteer'
import { startPrintServer, type PrintServer } from '../../print-server/printServer.js'
import { createPreviewRenderer } from '../../print-server/render/previewRenderer.js'
import { password } from '../support/api.js'
import { launchBrowser } from '../support/browser.js'
import { openHouse, type House } from '../support/house.js'
import { until } from '../support/until.js'
import { contentOf } from '../templates/readTemplate.js'
import { Person } from './person.js'

let house: House
let server: PrintServer
let browser: Browser
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
  browser = await launchBrowser()
  await previewRenderer.render(contentOf('test-page', 'a4'))
}, 120_000)

afterAll(async () => {
  await browser.close()
  await server.drain()
  await previewRenderer.close()
  await house.api.stop()
}, 30_000)

const shot = async (page: Person['page'], name: string) => {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** Takes back what was typed into the editor, which then stands at its beginning. */
async function undo(page: Person['page']): Promise<void> {
  await page.keyboard.down('Control')
  for (let n = 0; n < 8; n++) await page.keyboard.press('z')
  await page.keyboard.press('Home')
  await page.keyboard.up('Control')
}

it('a template is edited beside its paper, told its fault at the line, published, compared with the former one, and that restored', async () => {
  const admin = await Person.signIn(browser, house.api.origin, 'admin', password)
  const { page } = admin
  await admin.go('templates')
  await admin.sees('收据')
  await shot(page, 'kinds')
  const [receipt] = await house.as('admin').list('templates', { kind: 'receipt' })
  await admin.go(`templates/${receipt?.id}/show`)
  await admin.press('编辑')
  await admin.sees('草稿')
  await page.waitForSelector('iframe[src^="blob:"]', { timeout: 60_000 })
  await shot(page, 'draft')

  await page.click('.cm-content')
  await page.keyboard.down('Control')
  await page.keyboard.press('Home')
  await page.keyboard.up('Control')
  await page.keyboard.type('<p>\n{{yuan company.name')
  await admin.sees('template.hbs 第 2 行')
  await shot(page, 'fault')
  await undo(page)
  await page.keyboard.type('<p>\n\n{{image "没有的章"')
  await admin.sees('没有名为「没有的章」的图片')
  await admin.sees('template.hbs 第 3 行')
  await shot(page, 'missing-picture')
  await undo(page)
  await page.keyboard.down('Control')
  await page.keyboard.press('Home')
  await page.keyboard.up('Control')
  await page.keyboard.type('<!-- 新版 -->')
  await page.waitForFunction('!document.querySelector("[role=alert]")', { timeout: 60_000 })
  await admin.press('发布')
  await admin.sees('改了什么')
  await page.keyboard.type('加一行说明')
  await shot(page, 'publish')
  await admin.pressInDialog('发布')
  await admin.sees('已发布第 2 版')
  const [, published] = await house.as('admin').list('templates', { kind: 'receipt' })
  expect(published).toMatchObject({ edition: 2, name: '加一行说明', builtIn: false })
  await shot(page, 'published')

  await admin.go(`templates/${published?.id}/show`)
  await admin.sees('加一行说明')
  await admin.pick('与哪一版比较', '第 1 版 · 收据')
  await page.waitForSelector('ins', { timeout: 30_000 })
  const added = await page.$$eval('ins', (lines) => lines.map((line) => line.textContent ?? '').join('\n'))
  expect(added).toContain('<!-- 新版 -->')
  await shot(page, 'compared')

  await admin.go(`templates/${receipt?.id}/show`)
  await admin.sees('单据模板 收据')
  await admin.press('恢复为当前版本')
  await admin.sees('已出的单据不变')
  await shot(page, 'restore')
  await admin.pressInDialog('恢复为当前版本')
  const restored = await until(
    () => house.as('admin').list('templates', { kind: 'receipt' }),
    (all) => all.length === 3,
  )
  const [first, , third] = restored
  expect(third).toMatchObject({ edition: 3, builtIn: false, sha256: first?.sha256 })
  await admin.go('templates')
  await admin.sees('恢复第 1 版')
  await shot(page, 'restored')
}, 180_000)
