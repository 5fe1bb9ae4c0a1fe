import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { readXlsx } from 'hucre/xlsx'
import type { Client, Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

type Row = Record<string, string>

/** A CSV export as rows by the names of its columns. */
async function exported(client: Client, path: string): Promise<Row[]> {
  const { status, text } = await client.get(path)
  if (status !== 200) throw new Error(text)
  const rows: Row[] = parse(text, { columns: true, bom: true })
  return rows
}

eachDatabase((house) => {
  describe('an export', () => {
    it('is a UTF-8 file with BOM and a name, of which nothing is cached', async () => {
      await house().customer({ name: '䶮源商行 😀' })
      const response = await fetch(`${house().api.origin}/api/customers/export`, {
        headers: await house().as('clerk').headers(),
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      expect(new TextDecoder().decode(bytes)).toContain('䶮源商行 😀')
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="customers-\d{12}\.csv"$/,
      )
      expect(response.headers.get('cache-control')).toBe('no-store')
    })

    it('speaks to people: labels, yuan, Shanghai time, names instead of ids, in their language', async () => {
      const customer = await house().customer({ name: '永兴商行' })
      const warehouse = await house().warehouse({ name: '一号仓' })
      const product = await house().product({ price: '1234.5' })
      await house().stock(product, warehouse, 5)
      const order = await house().confirmed({
        customerId: customer.id,
        warehouseId: warehouse.id,
        receivedAt: '2026-11-23T17:30:00Z',
        requestedDate: '2026-12-01',
        urgency: 'urgent',
        taxIncluded: true,
        shipTo: { name: '王伟', address: '上海' },
        lines: [{ productId: product.id, quantity: '1' }],
      })
      const query = `/orders/export?filter={"id":${order.id}}`
      const [row] = await exported(house().as('auditor'), query)
      expect(row).toMatchObject({
        ID: String(order.id),
        订单号: order.no,
        状态: '已确认',
        履行: '已占用',
        客户: '永兴商行',
        客户名称: '永兴商行',
        仓库: '一号仓',
        接单时间: '2026-11-24 01:30',
        要求交期: '2026-12-01',
        紧急程度: '加急',
        收货信息: '王伟 上海',
        单价含税: '是',
        价税合计: '1234.50',
        合计大写: '人民币壹仟贰佰叁拾肆元伍角整',
        录入人: '打单员',
        确认人: '订单确认',
        取消时间: '',
      })
      const [english] = await exported(house().as('auditor').inEnglish(), query)
      expect(english).toMatchObject({
        'Order no.': order.no,
        Status: 'Confirmed',
        Urgency: 'Urgent',
        'Prices include tax': 'yes',
        Gross: '1234.50',
      })
    })

    it('lets no cell become a formula, and leaves negative numbers alone', async () => {
      const evil = ['=1+1', '+SUM(A1)', '-2+3', '@cmd', '=HYPERLINK("http://x","y")', "'quoted", '-5', '正常']
      const made: Rec[] = []
      for (const name of evil) made.push(await house().customer({ name }))
      const rows = await exported(
        house().as('clerk'),
        `/customers/export?filter=${JSON.stringify({ id: made.map(({ id }) => id) })}&sort=["id","ASC"]`,
      )
      expect(rows.map((row) => row['名称'])).toEqual([
        "'=1+1",
        "'+SUM(A1)",
        "'-2+3",
        "'@cmd",
        `'=HYPERLINK("http://x","y")`,
        "'quoted",
        '-5',
        '正常',
      ])

      const order = await house().confirmed()
      const { no } = await house()
        .as('warehouse')
        .read('shipments', (await house().dispatched(order)).id)
      const [move] = await exported(
        house().as('auditor'),
        `/stock-moves/export?filter={"source":"${String(no)}"}`,
      )
      expect(move).toMatchObject({ 类型: '出库', 数量: '-1', 来源单号: no })
    })

    it('keeps commas, quotes and line breaks in their cell', async () => {
      const order = await house().draft({
        specialRequirements: '一,"二"\n三;\t四',
        shipTo: { address: 'a,b' },
      })
      const [row] = await exported(house().as('clerk'), `/orders/export?filter={"id":${order.id}}`)
      expect(row).toMatchObject({ 特殊要求: '一,"二"\n三;\t四', 收货信息: 'a,b' })
    })

    it('has no secret in it, nor lines', async () => {
      await house()
        .as('admin')
        .create('api-keys', { name: 'exported', roles: ['clerk'] })
      const [user] = await exported(house().as('admin'), '/users/export?filter={"username":"clerk"}')
      expect(Object.keys(user ?? {})).toEqual(['ID', '登录名', '姓名', '角色', '停用', '最近登录'])
      expect(user).toMatchObject({ 登录名: 'clerk', 角色: '打单员', 停用: '否' })
      const [seen] = await exported(house().as('clerk'), '/users/export')
      expect(Object.keys(seen ?? {})).toEqual(['ID', '姓名'])
      expect((await house().as('admin').get('/api-keys/export')).text).not.toContain('sk_')
    })
  })

  describe('what it holds', () => {
    beforeAll(async () => {
      for (const [n, region] of ['华东', '华南', '华东', '华北', '华东'].entries())
        await house().customer({ code: `exp-${n}`, name: `出口${5 - n}`, region })
    })

    it('is what the list would show: filtered, searched and sorted alike, without end of page', async () => {
      const clerk = house().as('clerk')
      const query = `filter={"region":"华东","q":"exp-"}&sort=["name","DESC"]`
      const list = await clerk.get(`/customers?${query}&range=[0,99]`)
      const rows = await exported(clerk, `/customers/export?${query}`)
      expect(rows.map((row) => row['编码'])).toEqual(['exp-0', 'exp-2', 'exp-4'])
      expect(list.body).toMatchObject(rows.map((row) => ({ code: row['编码'], name: row['名称'] })))
      expect(await exported(clerk, '/customers/export?filter={"id":0}')).toEqual([])
    })

    it('is many rows, each once, in the order asked for', async () => {
      const { db } = house().api
      const now = new Date().toISOString()
      const count = 2345
      const row = '(1, ?, ?, ?, ?)'
      for (let from = 0; from < count; from += 500) {
        const some = Array.from({ length: Math.min(500, count - from) }, (_, n) => from + n)
        await db.execute(
          `INSERT INTO customers (version, createdAt, updatedAt, code, name) VALUES ${some.map(() => row).join(', ')}`,
          some.flatMap((n) => [now, now, `bulk-${String(n).padStart(5, '0')}`, `批量${n % 7}`]),
        )
      }
      const rows = await exported(
        house().as('auditor'),
        '/customers/export?filter={"q":"bulk-"}&sort=["name","ASC"]',
      )
      expect(rows).toHaveLength(count)
      expect(new Set(rows.map((one) => one['编码'])).size).toBe(count)
      const names = rows.map((one) => String(one['名称']))
      expect(names).toEqual([...names].sort())
    })

    it('stands in the audit trail with its filter, also for the reader of the trail', async () => {
      const { id } = await house().customer()
      await house().as('finance').get(`/customers/export?filter={"id":${id}}&sort=["code","ASC"]`)
      const [event] = (
        await house().as('auditor').list('audit-events', { action: 'export', actorName: 'finance' })
      ).slice(-1)
      expect(event).toMatchObject({ resource: 'customers', recordId: null })
      expect(JSON.parse(String(event?.payload))).toMatchObject({
        after: { format: 'csv', filter: { id }, sort: ['code', 'ASC'] },
      })
    })

    it('is refused, and not audited, for a wrong format, filter or sort', async () => {
      const exports = () => house().as('auditor').list('audit-events', { action: 'export' })
      const before = (await exports()).length
      for (const query of [
        'format=pdf',
        'format=__proto__',
        'filter={"nothing":1}',
        'filter={',
        'sort=["nothing","ASC"]',
      ])
        expect((await house().as('auditor').get(`/customers/export?${query}`)).status).toBe(400)
      expect(await exports()).toHaveLength(before)
    })
  })

  it('as XLSX has numbers as numbers, and texts that are no formulas', async () => {
    const customer = await house().customer({ name: '=1+1' })
    await house().as('finance').update('customers', customer.id, { creditLimit: 123_456 })
    const response = await fetch(
      `${house().api.origin}/api/customers/export?format=xlsx&filter={"id":${customer.id}}`,
      {
        headers: await house().as('finance').headers(),
      },
    )
    expect(response.headers.get('content-disposition')).toMatch(/\.xlsx"$/)
    const book = await readXlsx(new Uint8Array(await response.arrayBuffer()))
    expect(book.sheets.map(({ name }) => name)).toEqual(['客户'])
    const [heads = [], row = []] = book.sheets[0]?.rows ?? []
    const cell = (label: string) => row[heads.indexOf(label)]
    expect([cell('ID'), cell('名称'), cell('信用额度')]).toEqual([customer.id, '=1+1', 1234.56])
    expect([...(book.sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([])
  })
})
