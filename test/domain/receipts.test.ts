import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  const finance = () => house().as('finance')
  const receive = (fields: object) => finance().post('/receipts', { amount: 100_00, ...fields })
  /** A submitted order of a customer that comes to that many yuan. */
  const order = async (customer: Rec, yuan: number) => {
    const product = await house().product({ price: String(yuan), taxRate: '0' })
    return house().submitted({ customerId: customer.id, lines: [{ productId: product.id, quantity: 1 }] })
  }

  describe('money received', () => {
    it('has its number from the moment it is there, and its amount is final', async () => {
      const customer = await house().customer({ name: '丰泰商行' })
      const { body } = await receive({ customerId: customer.id, amount: 1_256_300, method: 'acceptance' })
      expect(body).toMatchObject({
        status: 'draft',
        no: null,
        customerName: '丰泰商行',
        amountInWords: '人民币壹万贰仟伍佰陆拾叁元整',
        unallocated: 1_256_300,
        receivedOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      })
      const received = await finance().act('receipts', Number(at(body, 'id')), 'receive')
      expect(received).toMatchObject({ status: 'received', no: expect.stringMatching(/^SJ20\d{6}-\d{4}$/) })
      expect(await finance().update('receipts', received.id, { amount: 1, remark: '已入账' })).toMatchObject({
        amount: 1_256_300,
        remark: '已入账',
      })
    })

    it('pays for orders of its customer up to what each has left, and says at its line what it cannot', async () => {
      const [customer, other] = [await house().customer(), await house().customer()]
      const mine = await order(customer, 60)
      const theirs = await order(other, 60)
      const draft = await house().draft({ customerId: customer.id })
      const line = (one: Rec, amount: number) => ({ orderId: one.id, amount })
      const refused = await receive({
        customerId: customer.id,
        lines: [line(theirs, 1), line(draft, 1), line(mine, 60_01), line(mine, 1)],
      })
      expect(refused).toMatchObject({
        status: 422,
        body: {
          errors: {
            lines: [
              { orderId: '这张订单不是该客户的。' },
              { orderId: '草稿和已取消的订单不能收款。' },
              { amount: '这张订单只剩 60.00 元未收。' },
              { orderId: expect.stringContaining('已经列过') },
            ],
          },
        },
      })
      expect(
        await receive({ customerId: customer.id, amount: 50_00, lines: [line(mine, 60_00)] }),
      ).toMatchObject({
        status: 422,
        body: { errors: { lines: [{ amount: '分配的合计比收款多 10.00 元。' }] } },
      })
      const first = await house().received({ customerId: customer.id, lines: [line(mine, 45_50)] })
      expect(first).toMatchObject({ allocated: 45_50, unallocated: 54_50 })
      expect(await receive({ customerId: customer.id, lines: [line(mine, 14_51)] })).toMatchObject({
        body: { errors: { lines: [{ amount: '这张订单只剩 14.50 元未收。' }] } },
      })
      await finance().act('receipts', first.id, 'void', { reason: '退票' })
      expect((await receive({ customerId: customer.id, lines: [line(mine, 60_00)] })).status).toBe(201)
    })

    it('is allocated afterwards too, and two receipts at once never pay one order twice', async () => {
      const customer = await house().customer()
      const one = await order(customer, 100)
      const drafts = await Promise.all(
        Array.from({ length: 6 }, () =>
          finance().create('receipts', {
            customerId: customer.id,
            amount: 40_00,
            lines: [{ orderId: one.id, amount: 40_00 }],
          }),
        ),
      )
      const replies = await Promise.all(drafts.map(({ id }) => finance().post(`/receipts/${id}/receive`)))
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
        200, 200, 422, 422, 422, 422,
      ])
      const free = await house().received({ customerId: customer.id, amount: 50_00 })
      const lines = [{ orderId: one.id, amount: 20_00 }]
      expect(await finance().update('receipts', free.id, { lines })).toMatchObject({ unallocated: 30_00 })
    })

    it('is voided with its number and its paper, and not dated ahead', async () => {
      await house().copySets()
      await house().mainWarehouse()
      const receipt = await house().received()
      const document = await finance().act('receipts', receipt.id, 'issue', { kind: 'receipt' })
      expect(document).toMatchObject({
        kind: 'receipt',
        no: receipt.no,
        subject: 'receipts',
        subjectId: receipt.id,
        data: { receipt: { amount: 100_00, amountInWords: '人民币壹佰元整', method: { label: '银行转账' } } },
      })
      await finance().act('receipts', receipt.id, 'void', { reason: '重复登记' })
      expect(await finance().read('documents', document.id)).toMatchObject({
        status: 'void',
        voidReason: '重复登记',
      })
      const [number] = await house().as('auditor').list('number-register', { number: receipt.no })
      expect(number).toMatchObject({ series: 'SJ', status: 'void', reason: '重复登记' })
      expect(await receive({ customerId: receipt.customerId, receivedOn: '2099-01-01' })).toMatchObject({
        status: 422,
        body: { errors: { receivedOn: expect.stringContaining('今天以后') } },
      })
    })

    it.each(['warehouse', 'service'] as const)('is nothing that %s sees, nor its paper', async (who) => {
      await house().copySets()
      await house().mainWarehouse()
      const receipt = await house().received()
      const { id } = await finance().act('receipts', receipt.id, 'issue', { kind: 'receipt' })
      expect((await house().as(who).get(`/receipts/${receipt.id}`)).status).toBe(403)
      expect((await house().as(who).get(`/documents/${id}`)).status).toBe(404)
      expect((await house().as(who).get(`/documents/${id}/pdf`)).status).toBe(404)
      expect(await house().as(who).list('documents', { id })).toEqual([])
    })
  })
})
