import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'puppeteer'
import { dayOf } from '../../api/engine/day.js'
import { password } from '../support/api.js'
import { launchBrowser } from '../support/browser.js'
import type { Rec } from '../support/client.js'
import { openHouse, type House } from '../support/house.js'
import { until } from '../support/until.js'
import { Person } from './person.js'

const today = dayOf(new Date())

let house: House
let browser: Browser
let person: Person
let order: Rec

beforeAll(async () => {
  house = await openHouse('sqlite')
  await house.copySets()
  const customer = await house.customer({ name: '恒达建材' })
  const product = await house.product({ price: '100.00', taxRate: '0' })
  await house.stock(product, await house.mainWarehouse(), 2)
  order = await house.confirmed({
    customerId: customer.id,
    lines: [{ productId: product.id, quantity: 2 }],
  })
  await house.dispatched(order)
  browser = await launchBrowser()
  person = await Person.signIn(browser, house.api.origin, 'finance', password)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await house?.api.stop()
})

/** Fills in today. How a day is typed depends on the browser's country, so it is put in as the picker does. */
async function fillDay(label: string): Promise<void> {
  const input = await person.page.waitForSelector(
    `xpath///label[starts-with(normalize-space(.), "${label}")]/..//input`,
  )
  await input?.evaluate((element, day) => {
    const value = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')
    value?.set?.call(element, day)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, today)
}

describe('the money of an order', () => {
  it('is entered: the order that is picked brings its amount and its customer, too much is refused in its cell', async () => {
    await person.go('receipts/create')
    await person.sees('新建收款')
    await person.type('金额', '250')
    await person.press('添加一行')
    await person.choose('订单', String(order.no), String(order.no))
    const filled = `[...document.querySelectorAll('input')].map(({ value }) => value).join()`
    for (const value of ['200.00', '恒达建材'])
      await person.page.waitForFunction(`${filled}.includes('${value}')`, { timeout: 30_000 })
    await person.type('金额', '240', 1)
    await person.press('保存')
    await person.sees('这张订单只剩 200.00 元未收')
    await person.type('金额', '200', 1)
    await person.press('保存')
    await person.sees('未分配')
    await person.press('确认收款')
    await person.pressInDialog('确认收款')
    await person.sees('已收款')
    expect(await house.as('finance').list('receipts')).toMatchObject([
      { status: 'received', amount: 250_00, allocated: 200_00, unallocated: 50_00 },
    ])
  }, 60_000)

  it('is told in a statement, which is disputed, settled and agreed to', async () => {
    await person.go('statements/create')
    await person.choose('客户', '恒达', '恒达建材')
    await fillDay('期间至')
    await person.press('保存')
    await person.sees('期末余额')
    await person.press('出单打印')
    await person.pressInDialog('出单打印')
    await person.sees('待确认')
    await person.press('客户有异议')
    await person.type('客户认为的金额', '-60')
    await person.type('差异说明', '说好抹零')
    await person.pressInDialog('客户有异议')
    await person.sees('说好抹零')

    await person.press('客户已确认')
    await person.type('客户确认人', '吴敏')
    await fillDay('确认日期')
    await person.pressInDialog('客户已确认')
    await person.sees('还没有处理结果')
    await person.pressInDialog('取消')
    await person.press('填写处理结果')
    await person.type('处理结果', '下次少收')
    await person.pressInDialog('填写处理结果')
    await person.sees('下次少收')
    await person.press('客户已确认')
    await person.type('客户确认人', '吴敏')
    await fillDay('确认日期')
    await person.pressInDialog('客户已确认')
    const statements = await until(
      () => house.as('finance').list('statements'),
      ([only]) => only?.status === 'confirmed',
    )
    expect(statements).toMatchObject([
      { status: 'confirmed', opening: 0, charges: 200_00, received: 250_00, closing: -50_00 },
    ])
  }, 90_000)
})
