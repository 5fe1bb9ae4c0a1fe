import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'puppeteer'
import { password } from '../support/api.js'
import { launchBrowser } from '../support/browser.js'
import { openHouse, type House } from '../support/house.js'
import { Person } from './person.js'

let house: House
let browser: Browser

beforeAll(async () => {
  house = await openHouse('sqlite')
  await house.customer({ code: 'KH01', name: '宁波华强五金有限公司' })
  for (const [code, name] of [
    ['LS01', '不锈钢螺丝'],
    ['LM01', '六角螺母'],
  ])
    await house.product({ code, name, unit: '盒', price: '35.5' })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await house?.api.stop()
})

it('takes an order by keyboard, and loses nothing of it when the network drops and the session ends while it is saved', async () => {
  const clerk = await Person.signIn(browser, house.api.origin, 'clerk', password)
  const { page } = clerk
  const withCtrl = async (key: 'Enter' | 's') => {
    await page.keyboard.down('Control')
    await page.keyboard.press(key)
    await page.keyboard.up('Control')
  }
  await clerk.go('orders/create')
  await clerk.choose('客户', '宁波', '宁波华强')
  await withCtrl('Enter')
  // As fast as a scanner: Enter comes before the list of products is there; the cursor goes on to the quantity.
  await page.keyboard.type('LS01')
  await page.keyboard.press('Enter')
  await page.waitForFunction(`document.activeElement.ariaLabel === '数量'`)
  await page.keyboard.type('１２')
  await withCtrl('Enter')
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '序号\\t数量\\t编码\\n1\\t3\\tLM01\\n2\\t5\\tXX99')
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })()`)
  await clerk.sees('第 3 行：没有编码、条码或品名为「XX99」的商品')

  await page.setOfflineMode(true)
  await withCtrl('s')
  await page.waitForSelector('.MuiSnackbar-root ::-p-text(连不上服务器。填好的内容都还在)')
  await page.setOfflineMode(false)
  await clerk.type('特殊要求', '最后一刻')
  // Noticed by the save, by the preview or by the stream of events, whichever asks first.
  await page.deleteCookie(...(await page.cookies()))
  await withCtrl('s')
  await clerk.sees('登录已过期。填好的内容都还在')
  await clerk.type('用户名', 'clerk')
  await clerk.type('密码', password)
  await page.keyboard.press('Enter')
  await clerk.sees('填写但未保存的内容')
  await withCtrl('s')
  await clerk.sees('已新建')

  const [order] = await house.as('clerk').list('orders')
  expect(await house.as('clerk').read('orders', Number(order?.id))).toMatchObject({
    specialRequirements: '最后一刻',
    lines: [
      { productCode: 'LS01', quantity: '12' },
      { productCode: 'LM01', quantity: '3' },
    ],
  })
}, 60_000)
