import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import type { Client } from '../support/client.js'
import { openHouse, type House } from '../support/house.js'
import { checked, errorTexts, imported, upload, uploaded } from './bringIn.js'
import { xlsxOf } from './xlsxOf.js'

let house: House
let clerk: Client
beforeAll(async () => {
  house = await openHouse('sqlite')
  clerk = house.as('clerk')
})
afterAll(() => house.api.stop())

const gbk = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')
const ole = (more: Buffer) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), more])
const head = '编码,名称,区域\n'

describe('a file that cannot be imported is refused in a sentence', () => {
  it.each<[string, Uint8Array | string | Promise<Buffer>, RegExp]>([
    ['an empty one', '', /文件是空的/],
    ['one of blanks', ' \n \n', /文件是空的/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /这不是表格文件/],
    ['a PDF', '%PDF-1.7\n1 0 obj', /这不是表格文件/],
    ['one behind a password', ole(Buffer.from('EncryptedPackage', 'utf16le')), /有密码保护/],
    ['an old .xls', ole(Buffer.from('Workbook', 'utf16le')), /旧格式/],
    ['a ZIP that is no workbook', Buffer.from('504b0304000000000000', 'hex'), /已损坏/],
    [
      'a workbook cut short',
      xlsxOf([
        ['编码', '名称'],
        ['A', '甲'],
      ]).then((bytes) => bytes.subarray(0, bytes.length - 60)),
      /已损坏/,
    ],
    ['a workbook without rows', xlsxOf([]), /第一张工作表是空的/],
    ['heads alone', head, /表头下面没有数据/],
    ['two columns of one name', '编码,名称,编码\nA,甲,B', /第 1 行有几列都叫「编码」（A、C 列）/],
    ['a quotation mark left open', `${head}"A,甲,\n${'B,乙,\n'.repeat(300_000)}`, /引号/],
    ['too many columns', `${'列,'.repeat(300)}\n1`, /超过 200 列/],
    ['too many rows', `${head}${'A,甲,\n'.repeat(50_001)}`, /超过 50000 行/],
  ])('%s', async (_name, file, sentence) => {
    const reply = await upload(clerk, 'customers', await file)
    expect([reply.status, at(reply.body, 'code'), at(reply.body, 'message')]).toEqual([
      422,
      'bad_file',
      expect.stringMatching(sentence),
    ])
    expect(await upload(clerk.inEnglish(), 'customers', await file)).toMatchObject({
      status: 422,
      body: { message: expect.stringMatching(/^[\x20-\x7e“”「」编码]+$/) },
    })
  })

  it('one of more than 20 MB', async () => {
    const reply = await upload(clerk, 'customers', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
    expect([reply.status, at(reply.body, 'code')]).toEqual([413, 'too_large'])
  })
})

describe('a text file is read as it was saved', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${head}T1,龙潭,华东`), 'utf-8'],
    ['UTF-8', Buffer.from(`${head}T2,龙潭,华东`), 'utf-8'],
    // 编码,名称,区域 / T3,龙潭,华东 as Excel saves them in China.
    ['GBK', gbk('b1e0c2eb 2c c3fbb3c6 2c c7f8d3f2 0a 54 33 2c c1fa ccb6 2c bbaab6ab'), 'gb18030'],
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from('fffe', 'hex'),
        Buffer.from(`${head}T4,龙潭,华东`.replaceAll(',', '\t'), 'utf16le'),
      ]),
      'utf-16le',
    ],
  ])('%s', async (_name, file, encoding) => {
    const record = await uploaded(clerk, 'customers', file)
    expect(record).toMatchObject({
      encoding,
      format: 'csv',
      rowCount: 1,
      mapping: { A: 'code', B: 'name', C: 'region' },
    })
    expect(at(record.columns, '1')).toEqual({ letter: 'B', head: '名称', samples: ['龙潭'] })
  })

  it.each([',', ';', '\t'])('with %j between its cells', async (separator) => {
    const file = `客户资料\n${['客户编码*', '客户名称', 'short_name'].join(separator)}\n${['S', '"甲,乙;丙"', ''].join(separator)}`
    expect(await uploaded(clerk, 'customers', file)).toMatchObject({
      headRow: 2,
      mapping: { A: 'code', B: 'name', C: 'shortName' },
      columns: [{ samples: ['S'] }, { samples: ['甲,乙;丙'] }, { samples: [''] }],
    })
  })
})

describe('a workbook', () => {
  const supervisor = () => house.as('supervisor')

  it('gives the stored results of formulas, and refuses those that fail or have none, at their cells', async () => {
    const file = await xlsxOf([
      ['编码', '品名', '单位', '含税单价', '税率'],
      ['F1', '甲', '件', '<c><f>10.1+0.2</f><v>10.299999999999999</v></c>', 0.13],
      ['F2', '乙', '件', '<c><f>B1*2</f></c>', 0.13],
      ['F3', '丙', '件', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 0.13],
    ])
    const { id } = await checked(supervisor(), 'products', file)
    expect(await errorTexts(supervisor(), id)).toEqual([
      expect.stringMatching(/^D3 公式没有保存结果/),
      expect.stringMatching(/^D4 公式出错（#DIV\/0!）/),
    ])
    const right = await xlsxOf([
      ['编码', '品名', '单位', '含税单价'],
      ['F1', '甲', '件', '<c><f>10.1+0.2</f><v>10.299999999999999</v></c>'],
    ])
    expect(await imported(supervisor(), 'products', right)).toMatchObject({ recordCount: 1 })
    expect(await clerk.list('products', { code: 'F1' })).toMatchObject([{ price: '10.3', taxRate: '0.13' }])
  })

  it('is read under merged titles, but a merged cell among the records is told', async () => {
    const file = await xlsxOf(
      [
        ['商品资料', null, null, null],
        ['编码', '品名', '单位', '含税单价'],
        ['M1', '甲', '件', 1],
        ['M2', '乙', null, 2],
      ],
      ['A1:D1', 'C3:C4'],
    )
    const { id, headRow } = await checked(supervisor(), 'products', file)
    expect(headRow).toBe(2)
    expect(await errorTexts(supervisor(), id)).toEqual([
      'C4 这一格与第 3 行的单元格合并在一起。请取消合并，每行各自填写。',
    ])
  })

  it('may merge what belongs to a whole order, and no quantities', async () => {
    const [customer, product] = [await house.customer(), await house.product()]
    const rows = [
      ['原单号', '客户', '要求交期', '商品', '数量'],
      ['7', String(customer.code), '<c s="1"><v>46357</v></c>', String(product.code), 3],
      [null, null, null, String(product.code), null],
    ]
    const done = await imported(
      clerk,
      'orders',
      await xlsxOf(
        [...rows.slice(0, 2), [null, null, null, String(product.code), 4]],
        ['A2:A3', 'B2:B3', 'C2:C3'],
      ),
    )
    expect(done).toMatchObject({ recordCount: 1 })
    const [order] = await clerk.list('orders', { customerId: customer.id })
    expect(await clerk.read('orders', Number(order?.id))).toMatchObject({
      requestedDate: '2026-12-01',
      lines: [{ quantity: '3' }, { quantity: '4' }],
    })
    const { id } = await checked(clerk, 'orders', await xlsxOf(rows, ['A2:A3', 'B2:B3', 'C2:C3', 'E2:E3']))
    expect((await errorTexts(clerk, id))[0]).toMatch(/^E3 这一格与第 2 行的单元格合并在一起/)
  })

  it('is understood when it is our own export or template', async () => {
    await house.customer({ code: 'OWN1', name: '=甲' })
    for (const format of ['csv', 'xlsx']) {
      const { url, headers } = clerk
      const get = async (path: string) =>
        Buffer.from(await (await fetch(url + path, { headers: await headers() })).arrayBuffer())
      const exported = await uploaded(
        clerk,
        'customers',
        await get(`/customers/export?format=${format}&filter={"code":"OWN1"}`),
      )
      expect(exported.mapping).toMatchObject({ B: 'code', C: 'name' })
      expect(at(exported.columns, '2.samples.0')).toBe('=甲')
      const template = await upload(
        clerk,
        'customers',
        await get(`/imports/template?target=customers&format=${format}`),
      )
      expect(at(template.body, 'message')).toMatch(/表头下面没有数据/)
    }
  })
})

describe('each bad cell is told where it stands, in the language of the reader', () => {
  it('in a list of products', async () => {
    const supervisor = house.as('supervisor')
    const file = [
      '编码,品名,单位,含税单价,税率',
      'B1,甲,件,十元,13%',
      'B2,乙,件,"1,5",2',
      'B3,,件,1,1',
      `B4,${'长'.repeat(101)},件,1,1.5`,
      'b1,戊,件,-1,abc',
    ].join('\n')
    const { id, errorCount } = await checked(supervisor, 'products', file)
    const expected = [
      [/^D2 请填写数字/, /^D2 Enter a number/],
      [/^D3 请填写数字/, /^D3 Enter a number/],
      [/^B4 必填/, /^B4 This is required/],
      [/^E4 是 1% 还是 100%/, /^E4 Is it 1% or 100%/],
      [/^B5 最多 100 个字/, /^B5 At most 100 characters/],
      [/^D6 应在 0 到/, /^D6 It must be between 0/],
      [/^E6 请填写税率/, /^E6 Enter a rate/],
      [/^A6 「b1」与第 2 行重复/, /^A6 "b1" stands in row 2 already/],
    ]
    expect(errorCount).toBe(expected.length)
    const sorted = (texts: string[]) =>
      texts.sort((a, b) => a.slice(1, 2).localeCompare(b.slice(1, 2)) || a.localeCompare(b))
    const [zh, en] = [
      sorted(await errorTexts(supervisor, id)),
      sorted(await errorTexts(supervisor.inEnglish(), id)),
    ]
    for (const [inChinese, inEnglish] of expected) {
      expect(zh).toContainEqual(expect.stringMatching(inChinese ?? /never/))
      expect(en).toContainEqual(expect.stringMatching(inEnglish ?? /never/))
    }
    const csv = await supervisor.get(`/imports/${id}/errors?format=csv`)
    expect(csv.text).toMatch(/^行,列,列名,问题\n/)
    expect(csv.text.trim().split('\n')).toHaveLength(expected.length + 1)
  })

  it('also for names that mean several records, or none', async () => {
    const [customer] = [
      await house.customer({ name: '同名公司' }),
      await house.customer({ name: '同名公司' }),
    ]
    const product = await house.product()
    const file = `原单号,客户,商品,数量,付款方式,要求交期\n1,同名公司,${String(product.code)},1,赊账,13月1日\n2,${String(customer?.code).toLowerCase()},没有的,0,,\n1,,${String(product.code)},1,,`
    const { id } = await checked(clerk, 'orders', file)
    expect(await errorTexts(clerk, id)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^B2 有几条客户都叫「同名公司」/),
        expect.stringMatching(/^E2 没有「赊账」这一项，可填：款到发货、/),
        expect.stringMatching(/^F2 请填写日期/),
        expect.stringMatching(/^C3 没有编码或名称为「没有的」的商品/),
        expect.stringMatching(/^D3 应在 0.0001 到/),
        expect.stringMatching(/^A4 第 2 行已有同一单/),
      ]),
    )
  })

  it('up to a thousand of them, with the number of all', async () => {
    const { id, errorCount } = await checked(
      clerk,
      'customers',
      `${head}${Array.from({ length: 1500 }, (_, n) => `L${n},,`).join('\n')}`,
    )
    expect(errorCount).toBe(1500)
    expect(await errorTexts(clerk, id)).toHaveLength(1000)
  })

  it.each([
    [{ A: 'code' }, /还有必填的字段没有对应的列：名称/],
    [{ A: 'code', B: 'code' }, /A、B 列都对应到「编码」/],
    [{ A: 'code', Z: 'name' }, /文件里没有 Z 列/],
    [{ A: 'code', B: 'creditLimit' }, /没有「creditLimit」这个字段，或您不能填写它/],
  ])('and a mapping that cannot be is refused: %j', async (mapping, sentence) => {
    const { id } = await uploaded(clerk, 'customers', `${head}A,甲,`)
    const reply = await clerk.post(`/imports/${id}/check`, { mapping })
    expect([reply.status, at(reply.body, 'errors.mapping')]).toEqual([422, expect.stringMatching(sentence)])
  })
})
