import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'puppeteer'
import { openEmptyHouse, type EmptyHouse } from '../support/emptyHouse.js'
import { launchBrowser } from '../support/browser.js'
import { startIppeve, type Ippeve } from '../support/ippeve.js'
import { until } from '../support/until.js'
import { xlsxOf } from '../imports/xlsxOf.js'
import { Person } from './person.js'

const folder = mkdtempSync(path.join(tmpdir(), 'slipway-first-hour-'))
const file = (name: string, bytes: string | Uint8Array) => {
  const target = path.join(folder, name)
  writeFileSync(target, bytes)
  return target
}
/** 编码,品名,规格,单位,含税单价,税率 / P01,酱油,500ml,瓶,12.5,0.13, as an old program writes it: GBK. */
const GBK_PRODUCTS = Buffer.from(
  'b1e0c2eb2cc6b7c3fb2cb9e6b8f12cb5a5cebb2cbaaccbb0b5a5bcdb2ccbb0c2ca0d0a5030312cbdb4d3cd2c3530306d6c2cc6bf2c31322e352c302e31330d0a',
  'hex',
)
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let house: EmptyHouse
let printer: Ippeve
let browser: Browser

beforeAll(async () => {
  house = await openEmptyHouse()
  printer = await startIppeve()
  browser = await launchBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await printer?.stop()
  await house?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('leads a new owner from an empty database to the first paper, step by step in the console', async () => {
  const owner = await Person.signIn(browser, house.origin, house.owner, house.password)
  const begin = async (step: string) => {
    await owner.go('setup')
    await owner.follow(step)
  }
  await begin('去填写 公司资料')
  await owner.type('公司名称', '顺达百货批发有限公司')
  await owner.upload(file('logo.png', 'this is no picture'))
  await owner.sees('打不开')
  await owner.upload(file('logo2.png', PIXEL))
  await owner.press('保存')
  await owner.sees('创建时间')

  await begin('去填写 打印机')
  await owner.type('名称', '前台打印机')
  await owner.type('地址', printer.uri)
  await owner.pick('装的纸', 'A4（210×297 mm）')
  await owner.press('保存')
  await owner.press('打印测试页')
  await owner.sees('已打印')
  await begin('去填写 仓库')
  await owner.type('编码', 'ZC')
  await owner.type('名称', '主仓')
  await owner.tick('默认仓库')
  await owner.choose('打印机', '前台', '前台打印机')
  await owner.press('保存')
  await owner.sees('创建时间')

  await begin('去填写 用户')
  await owner.type('登录名', 'xiaowang')
  await owner.type('姓名', '小王')
  await owner.pick('角色', '打单员', '仓库', '订单确认', '主管')
  await owner.type('新密码', 'xiaowang-2026')
  await owner.press('保存')
  await owner.sees('创建时间')

  const wang = await Person.signIn(browser, house.origin, 'xiaowang', 'xiaowang-2026')
  const bringIn = async (target: string, name: string) => {
    await wang.go(`imports?target=${target}`)
    await wang.sees('选择文件')
    await wang.upload(name)
    await wang.press('检查')
    await wang.sees('检查通过')
    await wang.press('导入')
    await wang.sees('已导入记录')
  }
  const customers = [
    ['客户编码', '客户名称', '联系人', '电话', '地址'],
    ['K01', '宁波华强五金有限公司', '张三', '13800000000', '宁波市鄞州区一号'],
  ]
  await bringIn('customers', file('customers.xlsx', await xlsxOf(customers)))
  await bringIn('products', file('products.csv', GBK_PRODUCTS))
  const stock = [
    ['商品', '仓库', '数量'],
    ['P01', 'ZC', 100],
  ]
  await bringIn('stock-moves', file('stock.xlsx', await xlsxOf(stock)))

  await wang.go('orders/create')
  await wang.choose('客户', '华强', '宁波华强五金有限公司')
  await wang.choose('商品', 'P01', '酱油')
  await wang.type('数量', '4')
  await wang.sees('人民币伍拾元整')
  await wang.press('保存')
  await wang.press('提交')
  await wang.press('确认')
  await wang.sees('已占用')
  await wang.press('发货')
  await wang.pressInDialog('发货')
  await wang.follow('#1')
  await wang.press('出单打印')
  await wang.pressInDialog('出单打印')
  await until(
    () => printer.prints(),
    (prints) => prints.length === 2,
  )

  await owner.go('setup')
  await owner.sees('都准备好了')
  for (const person of [owner, wang]) {
    expect(person.complaints).toEqual([])
    await person.close()
  }
}, 180_000)
