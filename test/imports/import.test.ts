import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next } from '../support/house.js'
import { checked, errorTexts, imported, settled, undone, upload, uploaded } from './bringIn.js'

const customersCsv = (rows: string[][]) =>
  [['编码', '名称', '区域'], ...rows].map((row) => row.join(',')).join('\r\n')

eachDatabase((house) => {
  const clerk = () => house().as('clerk')
  const warehouse = () => house().as('warehouse')

  describe('customers', () => {
    it('are imported with an audit event each, by the person who did it', async () => {
      const codes = [`I${next()}`, `I${next()}`]
      const done = await imported(
        clerk(),
        'customers',
        customersCsv(codes.map((code) => [code, `${code} 公司`, '华东'])),
      )
      expect(done).toMatchObject({ status: 'done', recordCount: 2, errorCount: 0, progress: 100 })
      const made = await clerk().list('customers', { code: codes })
      expect(made.map(({ name, region, version }) => ({ name, region, version }))).toEqual(
        codes.map((code) => ({ name: `${code} 公司`, region: '华东', version: 1 })),
      )
      const events = await house()
        .as('auditor')
        .list('audit-events', { resource: 'customers', recordId: made[1]?.id })
      expect(events).toHaveLength(1)
      expect(events[0]).toMatchObject({
        action: 'create',
        actorName: 'clerk',
        requestId: `import-${done.id}`,
      })
      expect(String(events[0]?.payload)).toContain(`${codes[1]} 公司`)
    })

    it('are all of them refused when one row is wrong', async () => {
      const [good, taken] = [`I${next()}`, `I${next()}`]
      await house().customer({ code: taken })
      const { id, status } = await checked(
        clerk(),
        'customers',
        customersCsv([
          [good, '好', ''],
          [taken, '重', ''],
        ]),
      )
      expect(status).toBe('faulty')
      expect(await errorTexts(clerk(), id)).toEqual([`A3 「${taken}」已经存在。`])
      expect((await clerk().post(`/imports/${id}/run`)).status).toBe(409)
      expect(await clerk().list('customers', { code: good })).toEqual([])
    })

    it('are refused at their cell when somebody else was quicker', async () => {
      const [first, second] = [`I${next()}`, `I${next()}`]
      const { id } = await checked(
        clerk(),
        'customers',
        customersCsv([
          [first, '甲', ''],
          [second, '乙', ''],
        ]),
      )
      await house().customer({ code: second })
      await clerk().act('imports', id, 'run')
      expect(await settled(clerk(), id)).toMatchObject({ status: 'faulty', errorCount: 1 })
      expect(await errorTexts(clerk(), id)).toEqual([`A3 「${second}」已经存在。`])
      expect(await clerk().list('customers', { code: first })).toEqual([])
    })

    it('are taken back by undo, with an audit event each', async () => {
      const code = `I${next()}`
      const { id } = await imported(clerk(), 'customers', customersCsv([[code, '甲', '']]))
      const [customer] = await clerk().list('customers', { code })
      expect(await undone(clerk(), id)).toMatchObject({ status: 'undone' })
      expect(await clerk().list('customers', { code })).toEqual([])
      const events = await house()
        .as('auditor')
        .list('audit-events', { resource: 'customers', recordId: customer?.id })
      expect(events.map(({ action }) => action)).toEqual(['create', 'delete'])
      expect((await clerk().post(`/imports/${id}/undo`)).status).toBe(409)
    })

    it('stay, all of them, when one is used or was changed since, and undo names which', async () => {
      const [used, changed, idle] = [`I${next()}`, `I${next()}`, `I${next()}`]
      const rows = [used, changed, idle].map((code) => [code, code, ''])
      const { id } = await imported(clerk(), 'customers', customersCsv(rows))
      const made = await clerk().list('customers', { code: [used, changed] })
      await house().draft({ customerId: made[0]?.id })
      await clerk().update('customers', Number(made[1]?.id), { region: '华北' })
      const reply = await clerk().post(`/imports/${id}/undo`)
      expect(reply.status).toBe(409)
      expect(at(reply.body, 'message')).toBe(
        `不能撤销：${changed}之后有过改动；${used}已用于订单。什么都没有改动。`,
      )
      expect(await clerk().list('customers', { code: [used, changed, idle] })).toHaveLength(3)
    })
  })

  describe('products', () => {
    it('take prices, rates and units as people type them', async () => {
      const code = `P${next()}`
      const file = `商品编码;品名;单位;含税单价;税率\n${code};螺丝;盒;"￥1,250.50";13%\n${code}b;螺母;盒;１２.５;0.09`
      await imported(house().as('supervisor'), 'products', file)
      const [one, two] = await clerk().list('products', { code: [code, `${code}b`] })
      expect(one).toMatchObject({ price: '1250.5', taxRate: '0.13', unit: '盒' })
      expect(two).toMatchObject({ price: '12.5', taxRate: '0.09' })
    })
  })

  describe('opening stock', () => {
    it('comes in as receipts, and goes out again by adjustments', async () => {
      const [product, other, store] = [
        await house().product(),
        await house().product({ name: `唯一${next()}` }),
        await house().warehouse(),
      ]
      const file = `商品\t仓库\t数量\t来源单号\n${String(product.code)}\t${String(store.code)}\t1,200.5\tQC1\n${String(other.name)}\t${String(store.name)}\t3\t`
      const done = await imported(warehouse(), 'stock-moves', file)
      expect(done).toMatchObject({ status: 'done', recordCount: 2 })
      expect(await house().balance(product, store)).toMatchObject({ onHand: '1200.5' })
      expect(await undone(warehouse(), done.id)).toMatchObject({ status: 'undone' })
      expect(await house().balance(product, store)).toMatchObject({ onHand: '0' })
      const moves = await warehouse().list('stock-moves', { productId: product.id })
      expect(moves.map(({ type, quantity }) => [type, quantity])).toEqual([
        ['receipt', '1200.5'],
        ['adjustment', '-1200.5'],
      ])
    })

    it('stays when it has been used, and undo says what is short', async () => {
      const [product, store] = [await house().product(), await house().warehouse()]
      const { id } = await imported(
        warehouse(),
        'stock-moves',
        `商品,仓库,数量\n${String(product.code)},${String(store.code)},5`,
      )
      await house().confirmed({ warehouseId: store.id, lines: [{ productId: product.id, quantity: 2 }] })
      const ended = await undone(warehouse(), id)
      expect(ended).toMatchObject({
        status: 'done',
        error: `库存已被使用，不能撤销：${String(product.code)} 只剩 3 可用。什么都没有改动。`,
      })
      expect(await house().balance(product, store)).toMatchObject({ onHand: '5' })
    })

    it('keeps to the rules of stock moves, at the cell', async () => {
      const [product, store] = [await house().product(), await house().warehouse()]
      const { id } = await checked(
        warehouse(),
        'stock-moves',
        `商品,仓库,数量\n${String(product.code)},${String(store.code)},-1\n没有,${String(store.code)},1`,
      )
      expect(await errorTexts(warehouse(), id)).toEqual([
        'C2 入库数量应大于 0。',
        'A3 没有编码或名称为「没有」的商品。',
      ])
      expect(await warehouse().list('stock-moves', { productId: product.id })).toEqual([])
    })
  })

  describe('orders', () => {
    it('are gathered from the rows of one number', async () => {
      const [customer, a, b] = [await house().customer(), await house().product(), await house().product()]
      const file = [
        '原单号,客户,要求交期,单价含税,付款方式,商品,数量,单价,收货人',
        `S1,${String(customer.code)},2026/12/1,是,月结,${String(a.code)},2,10,张三`,
        `S1,,,,,${String(b.code)},"1,000",,`,
        `S2,${String(customer.name)},20261202,否,Cash on delivery,${String(a.code)},1,,`,
      ].join('\n')
      const done = await imported(clerk(), 'orders', file)
      expect(done).toMatchObject({ status: 'done', recordCount: 2 })
      const made = await clerk().list('orders', { customerId: customer.id })
      const [first, second] = await Promise.all(made.map(({ id }) => clerk().read('orders', id)))
      expect(first).toMatchObject({
        status: 'draft',
        no: null,
        requestedDate: '2026-12-01',
        payMethod: 'monthly',
        grossAmount: 2 * 1000 + 1000 * 1000,
        lines: [
          { productId: a.id, quantity: '2' },
          { productId: b.id, quantity: '1000' },
        ],
      })
      expect(at(first, 'shipTo.name')).toBe('张三')
      expect(second).toMatchObject({ requestedDate: '2026-12-02', payMethod: 'cod', taxIncluded: false })

      await clerk().act('orders', Number(made[1]?.id), 'submit')
      const refused = await clerk().post(`/imports/${done.id}/undo`)
      expect(at(refused.body, 'message')).toMatch(/^不能撤销：XS\d+-\d+之后有过改动。什么都没有改动。$/)
      expect(await clerk().list('orders', { customerId: customer.id })).toHaveLength(2)
    })

    it('are deleted with their lines by undo while they are untouched drafts', async () => {
      const [customer, product] = [await house().customer(), await house().product()]
      const file = `原单号,客户,商品,数量\n1,${String(customer.code)},${String(product.code)},1\n1,,${String(product.code)},2`
      const { id } = await imported(clerk(), 'orders', file)
      await undone(clerk(), id)
      expect(await clerk().list('orders', { customerId: customer.id })).toEqual([])
      const [lines] = await house().api.db.select(
        'SELECT COUNT(*) AS n FROM order_lines WHERE productId = ?',
        [product.id],
      )
      expect(Number(lines?.n)).toBe(0)
    })
  })

  it('remembers how a person mapped such a file', async () => {
    const file = `代码${next()},抬头\nX${next()},某公司`
    const first = await uploaded(clerk(), 'customers', file)
    expect(first.mapping).toEqual({})
    await clerk().act('imports', first.id, 'check', { mapping: { A: 'code', B: 'name' } })
    await settled(clerk(), first.id)
    expect((await uploaded(clerk(), 'customers', file)).mapping).toEqual({ A: 'code', B: 'name' })
    expect((await uploaded(house().as('sales'), 'customers', file)).mapping).toEqual({})
  })

  it('repeats nothing when an upload is sent again with its key', async () => {
    const send = () =>
      clerk().send('POST', '/imports?target=customers&fileName=a.csv', '编码,名称\nK1,甲', {
        'Content-Type': 'text/csv',
        'Idempotency-Key': `upload-${house().api.db.dialect}`,
      })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    const [files] = await house().api.db.select(
      'SELECT COUNT(*) AS n FROM files f WHERE NOT EXISTS (SELECT 1 FROM imports i WHERE i.fileId = f.id)',
    )
    expect(Number(files?.n)).toBe(0)
  })

  describe('who may', () => {
    it('import is who may create, and nobody else', async () => {
      const file = '编码,名称\nR1,甲'
      for (const [who, target, status] of [
        ['clerk', 'customers', 201],
        ['sales', 'orders', 201],
        ['warehouse', 'customers', 403],
        ['supervisor', 'stock-moves', 403],
        ['warehouse', 'stock-moves', 201],
        ['clerk', 'users', 400],
        ['auditor', 'customers', 403],
        ['clerk', 'nothing', 400],
      ] as const)
        expect([who, target, (await upload(house().as(who), target, file)).status]).toEqual([
          who,
          target,
          status,
        ])
      expect((await upload(house().api.nobody, 'customers', file)).status).toBe(401)
      expect((await upload(house().api.withKey(['clerk']), 'customers', file)).status).toBe(403)
    })

    it('see an import is its maker, and who oversees', async () => {
      const { id } = await uploaded(clerk(), 'customers', `编码,名称\nR${next()},甲`)
      for (const [who, status] of [
        ['clerk', 200],
        ['sales', 404],
        ['admin', 200],
        ['supervisor', 200],
        ['auditor', 200],
      ] as const) {
        expect([who, (await house().as(who).get(`/imports/${id}`)).status]).toEqual([who, status])
        expect([who, (await house().as(who).get(`/imports/${id}/errors`)).status]).toEqual([who, status])
      }
      const reply = await house()
        .as('admin')
        .post(`/imports/${id}/check`, { mapping: { A: 'code', B: 'name' } })
      expect(reply.status).toBe(403)
      const [me] = await house().api.db.select("SELECT id FROM users WHERE username = 'clerk'")
      expect(
        await house()
          .api.withKey(['sales'])
          .list('imports', { importedBy: Number(me?.id) }),
      ).toEqual([])
    })

    it('is asked again when it runs', async () => {
      const code = `R${next()}`
      const { id } = await checked(clerk(), 'customers', `编码,名称\n${code},甲`)
      const { db } = house().api
      await db.execute('UPDATE users SET disabled = 1 WHERE username = ?', ['sales'])
      await db.execute(
        "UPDATE imports SET status = 'running', importedBy = (SELECT id FROM users WHERE username = 'sales') WHERE id = ?",
        [id],
      )
      expect(await settled(house().as('admin'), id)).toMatchObject({ status: 'failed' })
      await db.execute('UPDATE users SET disabled = 0 WHERE username = ?', ['sales'])
      expect(await clerk().list('customers', { code })).toEqual([])
    })
  })
})
