import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'puppeteer'
import { launchBrowser } from '../support/browser.js'
import { password } from '../support/api.js'
import { openHouse, type House } from '../support/house.js'
import { startIppeve, type Ippeve } from '../support/ippeve.js'
import { pageTexts } from '../support/pdf.js'
import { startPrintServer } from '../support/printServer.js'
import { until } from '../support/until.js'
import { Person } from './person.js'

let house: House
let printer: Ippeve
let printServer: ChildProcess
let browser: Browser

beforeAll(async () => {
  house = await openHouse('sqlite')
  printer = await startIppeve()
  const { id: printerId } = await house.printer({ name: '仓库激光', uri: printer.uri, paper: 'a4' })
  const warehouse = await house
    .as('supervisor')
    .create('warehouses', { code: 'ZC', name: '主仓', isDefault: true, printerId })
  await house.customer({
    code: 'KH01',
    name: '宁波华强五金有限公司',
    contactName: '张三',
    phone: '13800000000',
    address: '宁波市鄞州区一号',
  })
  const screws = await house.product({
    code: 'LS01',
    name: '不锈钢螺丝',
    spec: 'M6×20',
    unit: '盒',
    price: '35.5',
  })
  const nuts = await house.product({ code: 'LM01', name: '六角螺母', spec: 'M6', unit: '盒', price: '12.25' })
  await house.stock(screws, warehouse, 100)
  await house.stock(nuts, warehouse, 100)
  await house.copySet({
    name: '送货单三联',
    isDefault: true,
    copies: [
      { copyNo: 1, name: '存根', color: 'white' },
      { copyNo: 2, name: '客户', color: 'red' },
      { copyNo: 3, name: '财务', color: 'yellow' },
    ],
  })
  printServer = await startPrintServer(house, 'e2e')
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  printServer?.kill('SIGTERM')
  await printer?.stop()
  await house?.api.stop()
})

it('takes an order from the clerk to three sheets of paper and out of the house', async () => {
  const { origin } = house.api
  const clerk = await Person.signIn(browser, origin, 'clerk', password)
  await clerk.go('orders/create')
  await clerk.choose('客户', '华强', '宁波华强五金有限公司')
  await clerk.choose('商品', '螺丝', '不锈钢螺丝')
  await clerk.type('数量', '10')
  await clerk.press('添加一行')
  await clerk.choose('商品', 'LM01', '六角螺母', 1)
  await clerk.type('数量', '3', 1)
  await clerk.sees('人民币叁佰玖拾壹元柒角伍分')
  await clerk.press('保存')
  await clerk.press('提交')
  await clerk.sees('待确认')
  const no = /XS\d{8}-\d{4}/.exec(await clerk.text())?.[0]
  expect(no).toBeDefined()
  const [order] = await house.as('auditor').list('orders', { no })
  expect(order).toMatchObject({ status: 'submitted', netAmount: 34668, taxAmount: 4507, grossAmount: 39175 })

  const confirmer = await Person.signIn(browser, origin, 'confirmer', password)
  await confirmer.go(`orders/${order?.id}/show`)
  await confirmer.press('确认')
  await confirmer.sees('已占用')

  const worker = await Person.signIn(browser, origin, 'warehouse', password)
  await worker.go(`orders/${order?.id}/show`)
  await worker.press('发货')
  await worker.pressInDialog('发货')
  await worker.sees('草稿')
  const [shipment] = await house.as('warehouse').list('shipments', { orderId: order?.id })
  await worker.go(`shipments/${shipment?.id}/show`)
  await worker.press('出单打印')
  await worker.pressInDialog('出单打印')
  await worker.go('print-jobs')
  const [job] = await until(
    () => house.as('warehouse').list('print-jobs'),
    (jobs) => jobs[0]?.status === 'printed',
  )
  expect(job).toMatchObject({ evidence: 'completed', attempts: 1 })
  await worker.sees(String(job?.title))

  const [document] = await house.as('auditor').list('documents', { orderId: order?.id })
  expect(document).toMatchObject({ kind: 'delivery-note', revision: 1, status: 'issued' })
  expect(await printer.prints()).toHaveLength(1)
  const pdf = await fetch(`${origin}/api/documents/${document?.id}/pdf`, {
    headers: await house.as('auditor').headers(),
  })
  const sheets = await pageTexts(Buffer.from(await pdf.arrayBuffer()))
  expect(sheets).toHaveLength(3)
  const labels = ['第一联 存根 白', '第二联 客户 红', '第三联 财务 黄']
  sheets.forEach((sheet, at) => {
    expect(sheet).toContain(labels[at])
    expect(sheet).toContain(String(document?.no))
    expect(sheet).toContain('人民币叁佰玖拾壹元柒角伍分')
  })

  await worker.go(`shipments/${shipment?.id}/show`)
  await worker.press('发出')
  await worker.pressInDialog('发出')
  await worker.sees('已发出')
  const balances = await until(
    () => house.as('auditor').list('stock-balances'),
    (rows) => rows.every((row) => row.reserved === '0'),
  )
  const left = balances.map((row) => row.onHand)
  expect(left).toEqual(['90', '97'])

  const auditor = await Person.signIn(browser, origin, 'auditor', password)
  await auditor.go('audit-events')
  await auditor.sees('状态：已出单 → 已发出')
  for (const person of [clerk, confirmer, worker, auditor]) {
    expect(person.complaints).toEqual([])
    await person.close()
  }
}, 180_000)
