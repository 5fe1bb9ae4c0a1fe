import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { pino } from 'pino'
import type { Browser } from 'puppeteer'
import { startPrintServer, type PrintServer } from '../../print-server/printServer.js'
import { createRenderer } from '../../print-server/render/renderer.js'
import { fastTiming } from '../print-server/fastTiming.js'
import { password } from '../support/api.js'
import { launchBrowser } from '../support/browser.js'
import type { Rec } from '../support/client.js'
import { FakePrinter } from '../support/fakePrinter.js'
import { openHouse, type House } from '../support/house.js'
import { until } from '../support/until.js'
import { Person } from './person.js'

let house: House
let laser: FakePrinter
let other: FakePrinter
let server: PrintServer
let browser: Browser
let worker: Person
const renderer = createRenderer({ size: 1 })

beforeAll(async () => {
  house = await openHouse('sqlite')
  ;[laser, other] = await Promise.all([FakePrinter.start(), FakePrinter.start()])
  // Their jobs are told apart by the printer.
  other.uuid = 'urn:uuid:00000000-0000-4000-8000-000000000002'
  const { id: printerId } = await house.printer({ name: '仓库激光', uri: laser.uri, paper: 'a4' })
  await house.printer({ name: '办公室激光', uri: other.uri, paper: 'a4' })
  await house.printer({ name: '针式', paper: 'form-241-half', site: 'elsewhere' })
  const main = await house.mainWarehouse()
  await house.as('supervisor').update('warehouses', main.id, { printerId })
  const key = await house
    .as('admin')
    .create('api-keys', { name: 'hand', roles: ['print-server'], site: 'main' })
  server = await startPrintServer({
    config: { apiUrl: house.api.origin, token: String(key.token), host: '127.0.0.1', port: 0 },
    renderer,
    previewRenderer: renderer,
    log: pino({ level: 'silent' }),
    timing: fastTiming,
  })
  browser = await launchBrowser()
  worker = await Person.signIn(browser, house.api.origin, 'warehouse', password)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.drain()
  await renderer.close()
  await Promise.all([laser?.close(), other?.close()])
  await house?.api.stop()
}, 30_000)

const readJob = (id: number) => house.as('warehouse').read('print-jobs', id)
const reaches = (id: number, status: string) =>
  until(
    () => readJob(id),
    (job) => job.status === status,
  )
const issuedJob = async (input: object = {}): Promise<Rec> =>
  house.jobOf(await house.issued(undefined, { ...input }))

const shot = async (name: string, { page } = worker) => {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

it('on a phone a paper that must be looked at goes to paper only after its preview was opened and ticked', async () => {
  const set = await house.copySet({ checkBeforePrint: true })
  const job = await issuedJob({ copySetId: set.id })
  const phone = await Person.signIn(browser, house.api.origin, 'warehouse', password)
  const { page } = phone
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
  await phone.go(`print-jobs/${job.id}/show`)
  await phone.press('核对')
  await phone.sees('先打开预览看一遍')
  await shot('check', phone)
  expect(await page.$('[role="dialog"] input[type="checkbox"]:enabled')).toBeNull()
  // A headless browser has no viewer to open it in.
  await page.evaluate(
    `document.querySelector('[role="dialog"] a').addEventListener('click', (event) => event.preventDefault())`,
  )
  await page.click('[role="dialog"] a')
  await phone.tick('已打开预览并核对无误')
  expect(laser.prints).toHaveLength(0)
  await phone.pressInDialog('核对无误，打印')
  expect(await reaches(job.id, 'printed')).toMatchObject({ evidence: 'completed', needsCheck: false })
  expect(laser.prints).toHaveLength(1)
  await phone.close()
})

it('what waits is held and released, moved to a printer that takes its paper, and canceled, each by a press', async () => {
  laser.prints.length = 0
  await worker.go('print-jobs')
  await worker.press('暂停')
  await worker.sees('已暂停')
  const [moved, canceled, held] = [await issuedJob(), await issuedJob(), await issuedJob()]

  await worker.go(`print-jobs/${moved.id}/show`)
  await worker.press('换打印机')
  const choice = await worker.page.waitForSelector('[role="dialog"] [role="combobox"]')
  await choice?.click()
  await worker.page.waitForSelector('[role="option"]')
  const offered = await worker.page.evaluate(
    `[...document.querySelectorAll('[role="option"]')].map((one) => [one.textContent, one.ariaDisabled])`,
  )
  await shot('move')
  expect(offered).toContainEqual([expect.stringContaining('办公室激光'), null])
  expect(offered).toContainEqual(['针式 · 装的是别的纸', 'true'])
  expect(JSON.stringify(offered)).not.toContain('仓库激光')
  await worker.page.locator('[role="option"] ::-p-text(办公室激光)').click()
  await worker.page.waitForSelector('[role="listbox"]', { hidden: true })
  await worker.pressInDialog('换打印机')
  await until(
    () => Promise.resolve(other.prints),
    (prints) => prints.length === 1,
  )

  await worker.go(`print-jobs/${canceled.id}/show`)
  await worker.press('取消打印')
  await worker.pressInDialog('取消打印')
  await reaches(canceled.id, 'canceled')
  await worker.go(`print-jobs/${held.id}/show`)
  await worker.press('挂起')
  await reaches(held.id, 'held')

  await worker.go('print-jobs')
  await worker.press('恢复')
  await worker.sees('已恢复')
  const next = await issuedJob()
  await reaches(next.id, 'printed')
  expect(laser.prints).toHaveLength(1)
  await worker.press('放行')
  await reaches(held.id, 'printed')
  expect([laser.prints.length, other.prints.length]).toEqual([2, 1])
})

it('a sheet of which no machine knows whether it came out is decided by a press, and then there is one of it', async () => {
  laser.prints.length = 0
  laser.offersCreateJob = false
  await worker.go('print-jobs')

  laser.faults = [{ operation: 'Print-Job', kind: 'drop' }]
  const lost = await issuedJob()
  await reaches(lost.id, 'uncertain')
  await worker.sees('请到打印机旁看一眼：纸出来了吗？')
  await shot('uncertain')
  expect(laser.prints).toHaveLength(0)
  await worker.press('没有出来，再打一次')
  expect(await reaches(lost.id, 'printed')).toMatchObject({ evidence: 'completed' })
  expect(laser.prints).toHaveLength(1)

  laser.onOperation = (name, at) => {
    if (laser.prints.length === 2 && name.startsWith('Get-') && at === 'begin') laser.reboot()
  }
  const out = await issuedJob()
  await reaches(out.id, 'uncertain')
  laser.onOperation = () => undefined
  expect(laser.prints).toHaveLength(2)
  await worker.press('已经打印出来')
  expect(await reaches(out.id, 'printed')).toMatchObject({ evidence: 'seen' })
  const next = await issuedJob()
  await reaches(next.id, 'printed')
  expect(laser.prints).toHaveLength(3)
})

it('a copy that another revision has replaced stops the goods at the door and at packing, the current one lets them go, and all of it is ticked off as recalled', async () => {
  const shipment = await house.shipment()
  const old = await house.issued(shipment)
  await reaches((await house.jobOf(old)).id, 'printed')
  const fresh = await house.issued(shipment, { expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
  await reaches((await house.jobOf(fresh)).id, 'printed')
  expect(fresh).toMatchObject({ no: old.no, revision: 2 })
  const copiesOf = (document: Rec) =>
    house.as('warehouse').list('document-copies', { documentId: document.id })
  const [copy] = await copiesOf(old)
  expect(copy).toMatchObject({ validity: 'recall' })

  await worker.go(`shipments/${shipment.id}/show`)
  await worker.press('发出')
  await worker.type('单据二维码', String(copy?.code))
  await worker.pressInDialog('发出')
  await worker.sees('请勿发货，请收回并改用新单')
  await shot('dispatch-stopped')
  await worker.pressInDialog('取消')
  await worker.go('copy-scans')
  await worker.type('扫二维码，或输入联码按 Enter', String(copy?.code))
  await worker.page.keyboard.press('Enter')
  await worker.sees('停！此联已失效')
  await shot('scan-stopped')

  await worker.go(`shipments/${shipment.id}/show`)
  await worker.press('发出')
  const [current] = await copiesOf(fresh)
  await worker.type('单据二维码', String(current?.code))
  await worker.pressInDialog('发出')
  await worker.sees('已发出')

  await worker.go(`documents/${old.id}/show`)
  await worker.sees('3 联已失效，还没有收回')
  await worker.press('3 联全部已收回')
  await until(
    () => copiesOf(old),
    (copies) => copies.every(({ validity }) => validity === 'recalled'),
  )
  await worker.page.waitForFunction(`!document.body.innerText.includes('还没有收回')`, { timeout: 30_000 })
})
