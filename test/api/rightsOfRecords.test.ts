import { beforeAll, describe, expect, it } from '@jest/globals'
import { roles } from '../support/api.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

// What a role may do of a record type stands in rightsTable.ts; here is what depends on the field and on the record.
eachDatabase((house) => {
  describe('the credit limit', () => {
    let customer: Rec

    beforeAll(async () => {
      customer = await house().customer()
      await house().as('finance').update('customers', customer.id, { creditLimit: 5_000_000 })
    })

    it.each(['service', 'warehouse'] as const)('is not there for %s, wherever one looks', async (who) => {
      const client = house().as(who)
      expect(await client.read('customers', customer.id)).not.toHaveProperty('creditLimit')
      const [row] = await client.list('customers', { id: customer.id })
      expect(row).not.toHaveProperty('creditLimit')

      for (const query of [
        (field: string) => `filter={"${field}":5000000}`,
        (field: string) => `filter={"${field}_gte":1}`,
        (field: string) => `filter={"${field}":null}`,
        (field: string) => `sort=["${field}","ASC"]`,
      ])
        for (const path of ['/customers', '/customers/export']) {
          const hidden = await client.get(`${path}?${query('creditLimit')}`)
          const unknown = await client.get(`${path}?${query('creditLimix')}`)
          expect(hidden.status).toBe(400)
          expect(hidden.text.replaceAll('creditLimit', '?')).toBe(unknown.text.replaceAll('creditLimix', '?'))
        }

      const csv = await client.get(`/customers/export?filter={"id":${customer.id}}`)
      expect(csv.text).toContain(String(customer.name))
      expect(csv.text).not.toMatch(/信用额度|50000/)
      expect((await client.get('/schema')).text).not.toMatch(/creditLimit|信用额度/)
    })

    it.each(roles.filter((role) => role !== 'service' && role !== 'warehouse'))(
      'is there for %s',
      async (who) => {
        const client = house().as(who)
        expect(await client.read('customers', customer.id)).toMatchObject({ creditLimit: 5_000_000 })
        expect(await client.list('customers', { id: customer.id, creditLimit_gte: 5_000_000 })).toHaveLength(
          1,
        )
        expect((await client.get('/customers/export?sort=["creditLimit","DESC"]')).text).toContain('50000.00')
        expect((await client.get('/schema')).text).toContain('creditLimit')
      },
    )

    it('is set by finance alone, who set nothing else', async () => {
      const { name } = customer
      for (const who of ['clerk', 'sales'] as const)
        expect(await house().as(who).update('customers', customer.id, { creditLimit: 1 })).toMatchObject({
          creditLimit: 5_000_000,
        })
      const changed = { creditLimit: 7_000_000, name: '改名' }
      expect(await house().as('finance').update('customers', customer.id, changed)).toMatchObject({
        creditLimit: 7_000_000,
        name,
      })
      expect(await house().customer({ creditLimit: 9 })).toMatchObject({ creditLimit: null })
      await house().as('finance').update('customers', customer.id, { creditLimit: 5_000_000 })
    })
  })

  describe('rights that depend on the record', () => {
    const cancel = (who: (typeof roles)[number], order: Rec) =>
      house().as(who).post(`/orders/${order.id}/cancel`, { reason: '客户取消' })

    it.each([
      ['clerk', 'draft', 200],
      ['sales', 'draft', 200],
      ['confirmer', 'draft', 403],
      ['supervisor', 'draft', 403],
      ['sales', 'submitted', 200],
      ['supervisor', 'submitted', 403],
      ['clerk', 'confirmed', 403],
      ['sales', 'confirmed', 403],
      ['confirmer', 'confirmed', 200],
      ['supervisor', 'confirmed', 200],
    ] as const)('a cancel by %s of an order that is %s: %d', async (who, state, status) => {
      const order = await house()[state]()
      expect((await cancel(who, order)).status).toBe(status)
      const after = await house().as('auditor').read('orders', order.id)
      expect(after.status).toBe(status === 200 ? 'cancelled' : state)
    })

    it('only the warehouse receives stock, only the supervisor adjusts it, nobody writes shipments', async () => {
      const warehouse = await house().warehouse()
      const product = await house().product()
      const move = { productId: product.id, warehouseId: warehouse.id, quantity: '1', reason: '盘点' }
      const statuses = []
      for (const type of ['receipt', 'adjustment', 'shipment'])
        for (const who of ['warehouse', 'supervisor'] as const)
          statuses.push(
            `${who} ${type} ${
              (
                await house()
                  .as(who)
                  .post('/stock-moves', { ...move, type })
              ).status
            }`,
          )
      expect(statuses).toEqual([
        'warehouse receipt 201',
        'supervisor receipt 403',
        'warehouse adjustment 403',
        'supervisor adjustment 201',
        'warehouse shipment 403',
        'supervisor shipment 403',
      ])
    })

    it('tells the names of users to all, and the rest of them to the admin', async () => {
      const [clerk] = await house().as('admin').list('users', { username: 'clerk' })
      expect(clerk).toMatchObject({ username: 'clerk', roles: ['clerk'], disabled: false })
      expect(clerk).not.toHaveProperty('password')
      const seen = await house().as('sales').read('users', asRec(clerk).id)
      expect(Object.keys(seen).sort()).toEqual(['createdAt', 'id', 'name', 'updatedAt', 'version'])
      const sales = house().as('sales')
      for (const filter of [
        '{"username":"clerk"}',
        '{"disabled":false}',
        '{"password":"x"}',
        '{"roles":"clerk"}',
      ])
        expect((await sales.get(`/users?filter=${filter}`)).status).toBe(400)
      expect(await sales.list('users', { q: 'cler' })).toEqual([])
      expect(await house().as('admin').list('users', { q: 'cler' })).toHaveLength(1)
    })

    it('keeps the options of a printer to the admin', async () => {
      const printer = await house().printer({ options: { tray: 'tray-2' }, username: 'office' })
      expect(await house().as('admin').read('printers', printer.id)).toMatchObject({
        options: { tray: 'tray-2' },
        username: 'office',
      })
      const seen = await house().as('warehouse').read('printers', printer.id)
      for (const name of ['options', 'username', 'password', 'tlsPin', 'tlsCa'])
        expect(seen).not.toHaveProperty(name)
    })

    it('gives a machine the rights of the roles of its key', async () => {
      const key = house().api.withKey(['clerk'])
      const made = await key.create('customers', { code: 'by-key', name: '接口客户' })
      expect(made).toMatchObject({ name: '接口客户' })
      expect((await key.post('/products', {})).status).toBe(403)
      expect((await key.get('/stock-balances')).status).toBe(200)
    })
  })
})
