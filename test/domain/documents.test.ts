import { beforeAll, describe, expect, it } from '@jest/globals'
import { takeNumber } from '../../api/domain/numbers/takeNumber.js'
import { write } from '../../api/engine/unitOfWork.js'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  const copiesOf = (document: Rec) =>
    house().as('auditor').list('document-copies', { documentId: document.id })
  const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)

  beforeAll(async () => {
    await house().copySets()
  })

  describe('an issued paper', () => {
    it('holds everything that is printed, and nothing changes it afterwards', async () => {
      const company = await house().as('admin').create('company-profile', {
        name: '顺达百货批发有限公司',
        taxNo: '91310000MA1FL00000',
        phone: '021-5555 0000',
        address: '上海市黄浦区人民路 1 号',
        bank: '中国银行上海分行 4400 1234',
      })
      const customer = await house().customer({
        name: '䶮源商行',
        contactName: '𠮷田',
        phone: '13800000001',
        address: '苏州市姑苏区 2 号',
      })
      const warehouse = await house().warehouse({ name: '一号仓' })
      const tea = await house().product({
        code: `TEA-${customer.id}`,
        name: '龙井茶',
        spec: '250g',
        price: '68.5',
        barcode: '6901234567892',
      })
      await house().stock(tea, warehouse, 10)
      const order = await house().confirmed({
        customerId: customer.id,
        warehouseId: warehouse.id,
        specialRequirements: '轻放\n勿压',
        lines: [{ productId: tea.id, quantity: '4', remark: '赠品另装' }],
      })
      const shipment = await house().shipment(order, {
        lines: [{ orderLineId: at(order, 'lines.0.id'), quantity: '2.5' }],
      })
      const document = await house().issued(shipment)

      expect(document).toMatchObject({
        kind: 'delivery-note',
        no: expect.stringMatching(/^SH20\d{6}-\d{4}$/),
        revision: 1,
        status: 'issued',
        orderId: order.id,
        shipmentId: shipment.id,
        customerName: '䶮源商行',
        contentHash: sha256,
        pdfSha256: null,
        copyMode: 'sheets',
        data: {
          company: { name: '顺达百货批发有限公司', bank: '中国银行上海分行 4400 1234' },
          document: {
            kind: 'delivery-note',
            title: '送货单',
            no: document.no,
            revision: 1,
            issuedBy: '仓库',
          },
          customer: { code: customer.code, name: '䶮源商行', contactName: '𠮷田' },
          shipTo: { name: '𠮷田', phone: '13800000001', address: '苏州市姑苏区 2 号' },
          order: {
            no: order.no,
            payMethod: { value: 'monthly', label: '月结' },
            specialRequirements: '轻放\n勿压',
            salesperson: '打单员',
          },
          warehouse: { name: '一号仓' },
          shipment: { no: expect.stringMatching(/^FH/) },
          lines: [
            {
              lineNo: 1,
              name: '龙井茶',
              spec: '250g',
              quantity: '2.5',
              unitPrice: '68.5',
              taxRate: '0.13',
              grossAmount: 17125,
              remark: '赠品另装',
              barcode: '6901234567892',
            },
          ],
          totals: {
            quantity: '2.5',
            grossAmount: 17125,
            grossInWords: '人民币壹佰柒拾壹元贰角伍分',
          },
        },
      })

      await house().as('clerk').update('customers', customer.id, { name: '改名', phone: '1' })
      await house().as('supervisor').update('products', tea.id, { name: '碧螺春', price: '1' })
      await house().as('admin').update('company-profile', company.id, { name: '新公司' })
      expect(await house().as('auditor').read('documents', document.id)).toEqual(document)
    })

    it('comes in the copies of its set: one content where prices show, one where they do not', async () => {
      const document = await house().issued()
      const copies = await copiesOf(document)
      expect(copies).toMatchObject([
        { copyNo: 1, name: '存根', color: 'white', receiver: '打单', showsPrice: true },
        { copyNo: 2, name: '客户', color: 'red', receiver: '客户', showsPrice: true },
        { copyNo: 3, name: '仓库', color: 'yellow', receiver: '仓库', showsPrice: false },
      ])
      const [first, second, third] = copies
      expect(first?.contentHash).toBe(document.contentHash)
      expect(second?.contentHash).toBe(document.contentHash)
      expect(third?.contentHash).not.toBe(document.contentHash)
      expect(third?.contentHash).toEqual(sha256)
      expect(await house().jobOf(document)).toMatchObject({
        title: `送货单 ${String(document.no)}`,
        status: 'queued',
        evidence: 'none',
        purpose: 'first',
        copies: copies.map(({ id }) => id),
        attempts: 0,
        error: null,
      })
    })

    it('goes to the printer of its warehouse, or to the one that was chosen', async () => {
      const shipment = await house().shipment()
      const warehouse = await house().as('auditor').read('warehouses', Number(shipment.warehouseId))
      const document = await house().issued(shipment)
      expect(await house().jobOf(document)).toMatchObject({
        printerId: warehouse.printerId,
        paper: { name: 'form-241-half' },
      })
      const other = await house().printer({ paper: 'a4' })
      const again = await house().issued(shipment, { printerId: other.id })
      expect(await house().jobOf(again)).toMatchObject({ printerId: other.id, paper: { name: 'a4' } })
    })

    it('becomes the next revision when it is issued again, and the former one is superseded', async () => {
      const shipment = await house().shipment()
      const first = await house().issued(shipment)
      await house().as('warehouse').update('shipments', shipment.id, { carrier: '顺丰' })
      const second = await house().issued(shipment)
      expect(second).toMatchObject({
        no: first.no,
        revision: 2,
        status: 'issued',
        data: { shipment: { carrier: '顺丰' } },
      })
      expect(second.contentHash).not.toBe(first.contentHash)
      expect(await house().as('auditor').read('documents', first.id)).toMatchObject({ status: 'superseded' })
      expect(await house().jobOf(first)).toMatchObject({ status: 'canceled', endedAt: expect.any(String) })
      expect(await house().jobOf(second)).toMatchObject({
        status: 'queued',
        title: `送货单 ${String(first.no)} 第2版`,
      })
    })

    it('takes each kind its own number: SH, ZX, the shipment’s FH, the order’s XS', async () => {
      const order = await house().confirmed()
      const shipment = await house().shipment(order)
      const note = await house().issued(shipment, { kind: 'delivery-note' })
      const dispatch = await house().issued(shipment, { kind: 'dispatch-note' })
      const packing = await house().issued(shipment, { kind: 'packing-list' })
      const sales = await house().as('clerk').act('orders', order.id, 'issue', { kind: 'sales-order' })
      const { no } = await house().as('auditor').read('shipments', shipment.id)
      expect(String(note.no)).toMatch(/^SH/)
      expect(String(packing.no)).toMatch(/^ZX/)
      expect(dispatch.no).toBe(no)
      expect(sales).toMatchObject({ no: order.no, shipmentId: null, orderId: order.id })
      const all = await house().as('auditor').list('documents', { shipmentId: shipment.id })
      expect(all.map(({ status, revision }) => `${String(status)} ${String(revision)}`)).toEqual([
        'issued 1',
        'issued 1',
        'issued 1',
      ])
    })
  })

  describe('a paper that cannot be issued', () => {
    it.each<[string, object, number, object]>([
      [
        'an unknown copy set',
        { copySetId: 999_999 },
        422,
        { errors: { copySetId: '没有编号为 999999 的联次设置，请重新选择。' } },
      ],
      ['an unknown printer', { printerId: 999_999 }, 422, { errors: { printerId: expect.any(String) } }],
      [
        'a kind that is no paper of a shipment',
        { kind: 'sales-order' },
        422,
        { errors: { kind: '请从中选择：送货单、发货单、装箱单、拣货单、快递面单。' } },
      ],
      ['a field that is none', { copies: 3 }, 422, { errors: { copies: '没有这个字段，请删去。' } }],
    ])('says so for %s, and takes no number', async (_what, input, status, body) => {
      const { id } = await house().shipment()
      const register = await numbers()
      const refused = await house()
        .as('warehouse')
        .post(`/shipments/${id}/issue`, { kind: 'delivery-note', ...input })
      expect(refused).toMatchObject({ status, body })
      expect(await numbers()).toEqual(register)
      expect(await house().as('auditor').read('shipments', id)).toMatchObject({
        status: 'draft',
        no: null,
        version: 1,
      })
    })

    it('says so where it would expire before it begins', async () => {
      const shipment = await house().shipment()
      const refused = await house()
        .as('warehouse')
        .post(`/shipments/${shipment.id}/issue`, { kind: 'delivery-note', expiresAt: '2020-01-01T00:00:00Z' })
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: { expiresAt: expect.stringContaining('已经过去') } },
      })
      const expiresAt = new Date(Date.now() + 3600_000).toISOString()
      expect(await house().jobOf(await house().issued(shipment, { expiresAt }))).toMatchObject({ expiresAt })
    })

    it('says so for a copy set of another paper', async () => {
      const { id } = await house().shipment()
      const set = await house().copySet({ kind: 'packing-list' })
      expect(
        await house().as('warehouse').post(`/shipments/${id}/issue`, { copySetId: set.id }),
      ).toMatchObject({
        status: 422,
        body: { errors: { copySetId: '这个联次设置不是「送货单」的。' } },
      })
    })

    it('says so where the warehouse has no printer; once it has one, it prints', async () => {
      const warehouse = await house().warehouse({ printerId: null })
      const shipment = await house().shipment(await house().confirmed({ warehouseId: warehouse.id }))
      const issue = () =>
        house().as('warehouse').post(`/shipments/${shipment.id}/issue`, { kind: 'delivery-note' })
      expect(await issue()).toMatchObject({
        status: 422,
        body: { errors: { printerId: '没有适用的打印规则，仓库也没有设置打印机，请在这里选择一台。' } },
      })
      await house()
        .as('supervisor')
        .update('warehouses', warehouse.id, { printerId: (await house().printer()).id })
      expect((await issue()).status).toBe(200)
    })
  })

  const numbers = async () => {
    const rows = await house().api.db.select(
      'SELECT number, status, resource, recordId FROM number_register ORDER BY id',
    )
    return rows.map(
      (row) => `${String(row.number)} ${String(row.status)} ${String(row.resource)} ${String(row.recordId)}`,
    )
  }

  describe('numbers', () => {
    const count = (no: unknown) => Number(String(no).slice(-4))

    it('follow one another without a gap, also when many ask at once and some fail', async () => {
      const first = await house().submitted()
      const drafts = await Promise.all(Array.from({ length: 10 }, () => house().draft()))
      const empty = await Promise.all(Array.from({ length: 5 }, () => house().draft({ lines: [] })))
      const mixed = drafts.flatMap((draft, n) => [draft, ...empty.slice(n, n + 1)])
      const replies = await Promise.all(
        mixed.map(({ id }) => house().as('clerk').post(`/orders/${id}/submit`)),
      )
      const taken = replies.filter(({ status }) => status === 200).map(({ body }) => count(at(body, 'no')))
      expect(taken.sort((a, b) => a - b)).toEqual(drafts.map((_, n) => count(first.no) + 1 + n))
      const next = await house().submitted()
      expect(count(next.no)).toBe(count(first.no) + 11)
    })

    it('are given back by a rollback and kept by a void; the register shows every one', async () => {
      const before = await house().issued()
      const { id } = await house().shipment()
      // Fails after both numbers were taken: no copy set fits.
      await house().api.db.execute("UPDATE copy_sets SET kind = 'none' WHERE kind = 'delivery-note'")
      const refused = await house().as('warehouse').post(`/shipments/${id}/issue`, { kind: 'delivery-note' })
      await house().api.db.execute("UPDATE copy_sets SET kind = 'delivery-note' WHERE kind = 'none'")
      expect(refused).toMatchObject({
        status: 409,
        body: { message: '「送货单」还没有联次设置，请先建立。' },
      })

      const after = await house().issued(asRec({ id }))
      expect(count(after.no)).toBe(count(before.no) + 1)
      const shipment = await house().as('warehouse').act('shipments', id, 'cancel', { reason: '写错' })
      const register = await house().api.db.select(
        'SELECT number, status, resource, recordId, reason, takenBy FROM number_register WHERE number IN (?, ?) ORDER BY number',
        [String(after.no), String(shipment.no)],
      )
      expect(register).toEqual([
        {
          number: shipment.no,
          status: 'void',
          resource: 'shipments',
          recordId: id,
          reason: '写错',
          takenBy: 'warehouse',
        },
        {
          number: after.no,
          status: 'void',
          resource: 'shipments',
          recordId: id,
          reason: '写错',
          takenBy: 'warehouse',
        },
      ])
      expect(count((await house().issued()).no)).toBe(count(after.no) + 1)
    })

    it('in the register are all there is: no gap in any series, none twice', async () => {
      const rows = await house().api.db.select('SELECT number FROM number_register')
      const bySeries = new Map<string, number[]>()
      for (const { number } of rows) {
        const series = String(number).slice(0, -4)
        bySeries.set(series, [...(bySeries.get(series) ?? []), count(number)])
      }
      expect(bySeries.size).toBeGreaterThanOrEqual(4)
      for (const taken of bySeries.values())
        expect(taken.sort((a, b) => a - b)).toEqual(taken.map((_, n) => n + 1))
    })

    it('begin anew with each Shanghai day', async () => {
      const { db, catalog } = house().api
      const who = { kind: 'system', id: null, username: 'test', name: 'test', roles: [] } as const
      const take = (now: string) =>
        write({ db, catalog, who, requestId: 'test' }, (context) =>
          takeNumber({ ...context, now }, 'XS', { resource: 'orders', id: 1 }),
        )
      expect(await take('2020-01-01T15:59:59.999Z')).toBe('XS20200101-0001')
      expect(await take('2020-01-01T00:00:00.000Z')).toBe('XS20200101-0002')
      expect(await take('2020-01-01T16:00:00.000Z')).toBe('XS20200102-0001')
    })
  })
})
