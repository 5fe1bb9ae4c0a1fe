import { describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  describe('the amounts of an order', () => {
    it('are computed by the server alone, line by line, and summed', async () => {
      const product = await house().product({ price: '33.333333', taxRate: '0.13' })
      const order = await house().draft({
        netAmount: 1,
        grossAmount: 999,
        lines: [
          { productId: product.id, quantity: '3', grossAmount: 5, netAmount: 5 },
          { productId: product.id, quantity: '1.5', unitPrice: '10', taxRate: 0 },
        ],
      })
      expect(order).toMatchObject({
        taxIncluded: true,
        netAmount: 8850 + 1500,
        taxAmount: 1150,
        grossAmount: 11500,
        grossInWords: '人民币壹佰壹拾伍元整',
        lines: [
          {
            lineNo: 1,
            unitPrice: '33.333333',
            taxRate: '0.13',
            netAmount: 8850,
            taxAmount: 1150,
            grossAmount: 10000,
          },
          { lineNo: 2, unitPrice: '10', taxRate: '0', netAmount: 1500, taxAmount: 0, grossAmount: 1500 },
        ],
      })
    })

    it('take the tax out of the list price where prices are before tax', async () => {
      const product = await house().product({ price: '113', taxRate: '0.13' })
      const order = await house().draft({
        taxIncluded: false,
        lines: [{ productId: product.id, quantity: 1 }],
      })
      expect(order).toMatchObject({
        netAmount: 10000,
        taxAmount: 1300,
        grossAmount: 11300,
        lines: [{ unitPrice: '100' }],
      })
    })

    it('stay when the product or the customer changes later', async () => {
      const product = await house().product({ price: '5', name: '旧名' })
      const customer = await house().customer({ name: '老客户', contactName: '王伟', phone: '13800000000' })
      const order = await house().draft({
        customerId: customer.id,
        lines: [{ productId: product.id, quantity: 2 }],
      })
      await house().as('supervisor').update('products', product.id, { price: '50', name: '新名' })
      await house().as('clerk').update('customers', customer.id, { name: '改名客户', contactName: '李娜' })
      expect(await house().as('clerk').act('orders', order.id, 'submit')).toMatchObject({
        customerName: '老客户',
        shipTo: { name: '王伟', phone: '13800000000' },
        grossAmount: 1000,
        lines: [{ name: '旧名', unitPrice: '5' }],
      })
    })

    it('are the same in the preview, which stores nothing', async () => {
      const product = await house().product({ price: '9.99' })
      const { id: customerId } = await house().customer()
      const body = { customerId, lines: [{ productId: product.id, quantity: '7' }] }
      const before = await house().as('clerk').list('orders')
      const preview = await house().as('clerk').post('/orders/preview', body)
      expect(preview).toMatchObject({
        status: 200,
        body: { id: null, grossAmount: 6993, lines: [{ grossAmount: 6993 }] },
      })
      expect(await house().as('clerk').list('orders')).toEqual(before)
      expect(await house().as('clerk').create('orders', body)).toMatchObject({ grossAmount: 6993 })
    })

    it('follow the lines: changed by their id, added, removed, in the order sent', async () => {
      const [one, two, three] = [await house().product(), await house().product(), await house().product()]
      const order = await house().draft({
        lines: [
          { productId: one.id, quantity: '1', remark: '第一' },
          { productId: two.id, quantity: '2' },
        ],
      })
      const [first, second] = [at(order, 'lines.0.id'), at(order, 'lines.1.id')]
      const changed = await house()
        .as('clerk')
        .update('orders', order.id, {
          lines: [
            { productId: three.id, quantity: '3' },
            { id: first, productId: one.id, quantity: '5', remark: '第一' },
          ],
        })
      expect(changed).toMatchObject({
        grossAmount: 8000,
        lines: [
          { lineNo: 1, productId: three.id, quantity: '3' },
          { id: first, lineNo: 2, quantity: '5', remark: '第一' },
        ],
      })
      expect(await house().as('clerk').read('orders', order.id)).toEqual(changed)
      const stolen = await house()
        .as('clerk')
        .put(`/orders/${order.id}`, {
          lines: [
            { productId: one.id, quantity: 1 },
            { id: second, productId: two.id, quantity: 1 },
          ],
        })
      expect(stolen).toMatchObject({
        status: 422,
        body: { errors: { lines: [{}, { id: '这一行不属于这条记录。' }] } },
      })
      expect(await house().as('clerk').read('orders', order.id)).toEqual(changed)
    })
  })
})
