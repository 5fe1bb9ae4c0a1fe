import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'puppeteer'
import { declarations } from '../../api/domain/index.js'
import { password } from '../support/api.js'
import { launchBrowser } from '../support/browser.js'
import { openHouse, type House } from '../support/house.js'
import { sample } from '../support/samples.js'
import { until } from '../support/until.js'
import { Person } from './person.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let house: House
let browser: Browser
let orderId: number
let shipmentId: number

beforeAll(async () => {
  house = await openHouse('sqlite')
  orderId = (await house.confirmed({ requestedDate: '2020-01-02' })).id
  const issued = await house.issued()
  shipmentId = Number(issued.shipmentId)
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await house?.api.stop()
})

/** What axe finds wrong on the page as it stands: the rule, and where. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const result: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(AA)} }).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, any }) => html.slice(0, 160) + ' ' + (any[0]?.message ?? '')).join(' | ')))`,
  )
  return Array.isArray(result) ? result.map(String) : []
}

/** Skeletons and progress have gone. */
const settled = (page: Page) =>
  until(
    () =>
      page.evaluate(
        `document.querySelectorAll('.MuiSkeleton-root, [role="progressbar"][aria-label]:not([aria-valuenow])').length`,
      ),
    (count) => count === 0,
  )

const screens: Record<string, { role: string; path: () => string; sees: string }> = {
  'the desk': { role: 'supervisor', path: () => '', sees: '今日订单' },
  'the list of orders': { role: 'clerk', path: () => 'orders', sees: 'XS' },
  'an order': { role: 'warehouse', path: () => `orders/${orderId}/show`, sees: '发货' },
  'the order form': { role: 'clerk', path: () => 'orders/create', sees: '粘贴表格' },
  'a shipment': { role: 'warehouse', path: () => `shipments/${shipmentId}/show`, sees: '单据' },
  'the print queue': { role: 'warehouse', path: () => 'print-jobs', sees: '送货单' },
  'a customer form': { role: 'clerk', path: () => 'customers/create', sees: '编码' },
  'the set-up': { role: 'admin', path: () => 'setup', sees: '开张准备' },
  'the audit trail': { role: 'auditor', path: () => 'audit-events', sees: '审计记录' },
}

/** Signs in with a window of that width and ground, before anything is drawn. */
async function openAs(role: string, width: number, theme: 'light' | 'dark'): Promise<Person> {
  const person = await Person.signIn(browser, house.api.origin, role, password)
  await person.page.evaluate(
    `localStorage.setItem('RaStoreSlipway.theme', JSON.stringify(${JSON.stringify(theme)}))`,
  )
  await person.page.setViewport({ width, height: 800, isMobile: width < 600, hasTouch: width < 600 })
  await person.page.reload()
  // What is still fading in has another contrast than what people read a moment later.
  await person.page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
  return person
}

/** Who looks at the pages of these records: those whose work they are, so that what can be done stands there too. */
const pages: Record<string, string> = {
  stocktakes: 'warehouse',
  handovers: 'warehouse',
  documents: 'warehouse',
  'print-batches': 'warehouse',
  'change-requests': 'supervisor',
  receipts: 'finance',
  statements: 'finance',
  'export-sets': 'clerk',
  imports: 'clerk',
  printers: 'admin',
  settings: 'admin',
  templates: 'admin',
  'month-exports': 'auditor',
  'number-register': 'auditor',
}

describe.each([
  ['on a desk', 1280, 'light'],
  ['on a phone, dark', 360, 'dark'],
] as const)('%s', (_where, width, theme) => {
  const people = new Map<string, Person>()
  const personOf = async (role: string): Promise<Person> => {
    const person = people.get(role) ?? (await openAs(role, width, theme))
    people.set(role, person)
    return person
  }

  afterAll(async () => {
    for (const person of people.values()) await person.close()
  })

  const expectAccessible = async ({ page }: Person, path: string) => {
    await settled(page)
    const wide = await page.evaluate(
      `[...document.querySelectorAll('html, main')].map((one) => one.scrollWidth - one.clientWidth)`,
    )
    expect({ path, wrong: await faults(page), wide }).toEqual({ path, wrong: [], wide: [0, 0] })
  }

  it.each(Object.entries(screens))(
    '%s is WCAG AA and scrolls one way only',
    async (_name, { role, path, sees }) => {
      const person = await personOf(role)
      await person.go(path())
      await person.sees(sees)
      await expectAccessible(person, path())
    },
    90_000,
  )

  it.each(Object.entries(pages))(
    'the list and the page of %s, as %s sees them, are WCAG AA and scroll one way only',
    async (name, role) => {
      const declaration = declarations.find((of) => of.name === name)
      if (!declaration) throw new Error(name)
      const { id } = await sample(house, declaration)
      const person = await personOf(role)
      for (const path of [name, `${name}/${id}/show`]) {
        await person.go(path)
        await person.page.waitForFunction(
          `location.hash.startsWith('#/${path}') && document.querySelector('main')?.innerText.length > 20`,
        )
        await expectAccessible(person, path)
      }
    },
    90_000,
  )
})

it('the search is WCAG AA, and finds an order by its number', async () => {
  const { no } = await house.as('clerk').read('orders', orderId)
  const clerk = await openAs('clerk', 1440, 'light')
  await clerk.sees('工作台')
  await clerk.page.keyboard.down('Control')
  await clerk.page.keyboard.press('k')
  await clerk.page.keyboard.up('Control')
  await clerk.page.waitForSelector('[role="dialog"] input')
  await clerk.page.keyboard.type(String(no))
  await clerk.page.waitForSelector('[role="option"]')
  expect(await faults(clerk.page)).toEqual([])
  await clerk.page.keyboard.press('Enter')
  await clerk.sees(`订单 ${String(no)}`)
  await clerk.close()
}, 90_000)

it('keeps what was typed when the session ends, and brings it back after the next sign-in', async () => {
  const [{ id: clerkId } = { id: 0 }] = await house.as('admin').list('users', { username: 'clerk' })
  const clerk = await openAs('clerk', 1440, 'light')
  await clerk.go('orders/create')
  await clerk.type('特殊要求', '轻放，周三前到')
  await until(
    () =>
      clerk.page.evaluate(
        `Object.keys(localStorage).filter((key) => key.startsWith('SlipwayDraft.')).length`,
      ),
    (count) => count === 1,
  )
  const newest = (await house.as('admin').list('sessions')).filter(({ userId }) => userId === clerkId).at(-1)
  await house.as('admin').act('sessions', Number(newest?.id), 'revoke')
  await clerk.sees('密码')
  await clerk.type('用户名', 'clerk')
  await clerk.type('密码', password)
  await clerk.page.keyboard.press('Enter')
  await clerk.sees('填写但未保存的内容')
  const typed = await clerk.page.evaluate(
    `[...document.querySelectorAll('textarea')].map(({ value }) => value)`,
  )
  expect(typed).toContain('轻放，周三前到')
  await clerk.close()
}, 90_000)
