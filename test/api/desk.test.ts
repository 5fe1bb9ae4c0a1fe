import { beforeAll, describe, expect, it } from '@jest/globals'
import { dayOf } from '../../api/engine/day.js'
import { at } from '../support/at.js'
import type { Client, Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import type { House } from '../support/house.js'

interface Result {
  resource: string
  exact: boolean
  record: Rec
}

const found = async (who: Client, q: string): Promise<Result[]> => {
  const reply = await who.get(`/search?q=${encodeURIComponent(q)}`)
  expect(reply.status).toBe(200)
  return at(reply.body, 'results') as Result[]
}

const figure = async (who: Client, name: string) => {
  const { body } = await who.get('/dashboard')
  return (at(body, 'figures') as { name: string; resource: string; filter: object; count: number }[]).find(
    (one) => one.name === name,
  )
}

eachDatabase((openHouse) => {
  let house: House
  let order: Rec
  beforeAll(async () => {
    house = openHouse()
    const customer = await house.customer({ code: 'KH777', name: '深圳华强电子', creditLimit: undefined })
    const product = await house.product({ code: 'LS01', name: '不锈钢螺丝', barcode: '6901234567892' })
    const warehouseId = (await house.mainWarehouse()).id
    order = await house.submitted({
      customerId: customer.id,
      warehouseId,
      requestedDate: '2020-01-02',
      lines: [{ productId: product.id, quantity: '5' }],
    })
  })

  describe('the search over everything', () => {
    it('puts the record of exactly that number first', async () => {
      const [first] = await found(house.as('warehouse'), String(order.no))
      expect(first).toMatchObject({ resource: 'orders', exact: true, record: { id: order.id } })
    })

    it('takes the number in small letters, and a barcode', async () => {
      const [small] = await found(house.as('clerk'), String(order.no).toLowerCase())
      expect(small).toMatchObject({ resource: 'orders', exact: true })
      const [scanned] = await found(house.as('clerk'), '6901234567892')
      expect(scanned).toMatchObject({ resource: 'products', exact: true, record: { code: 'LS01' } })
    })

    it('finds customers and products by a part of their name, orders by the beginning of it', async () => {
      expect(await found(house.as('clerk'), '华强')).toEqual([
        expect.objectContaining({ resource: 'customers', exact: false }),
      ])
      const names = (await found(house.as('clerk'), '深圳华')).map(({ resource }) => resource)
      expect(names).toEqual(['orders', 'customers'])
    })

    it('shows only what the person may read', async () => {
      const [customer] = await found(house.as('service'), 'KH777')
      expect(customer?.record).not.toHaveProperty('creditLimit')
      const registers = async (who: Client) =>
        (await found(who, String(order.no))).map(({ resource }) => resource)
      expect(await registers(house.as('auditor'))).toContain('number-register')
      expect(await registers(house.as('clerk'))).not.toContain('number-register')
    })

    it('answers nothing for nothing, for wildcards and for nonsense', async () => {
      for (const text of ['', '   ', '%', '__', "' OR 1=1 --", '🙂'.repeat(200)])
        expect(await found(house.as('clerk'), text)).toEqual([])
    })

    it('is closed to nobody in particular', async () => {
      expect((await house.api.nobody.get('/search?q=a')).status).toBe(401)
    })
  })

  describe('the figures of the dashboard', () => {
    it('are the totals of the lists that they lead to', async () => {
      const who = house.as('supervisor')
      const { body } = await who.get('/dashboard')
      const figures = at(body, 'figures') as { resource: string; filter: object; count: number }[]
      expect(figures.length).toBeGreaterThan(4)
      for (const { resource, filter, count } of figures)
        if (!('id' in filter)) expect(await who.list(resource, filter)).toHaveLength(count)
    })

    it('count late orders and those that lack stock', async () => {
      const who = house.as('supervisor')
      expect(await figure(who, 'late')).toMatchObject({ count: 1 })
      expect(await figure(who, 'short')).toMatchObject({ count: 1, filter: { id: [order.id] } })
      const [line] = order.lines as { productId: number }[]
      await house.stock({ id: line?.productId } as Rec, { id: order.warehouseId } as Rec, 5)
      expect(await figure(who, 'short')).toMatchObject({ count: 0 })
    })

    it('leave out what the person may not read', async () => {
      expect(await figure(house.as('finance'), 'queue')).toBeUndefined()
      expect(await figure(house.as('service'), 'short')).toBeUndefined()
    })

    it('tell turnover by Shanghai day to those who answer for the house', async () => {
      const { body } = await house.as('supervisor').get('/dashboard')
      const days = at(body, 'sales.days') as { day: string; orders: number; gross: number }[]
      expect(days).toHaveLength(37)
      expect(days.at(-1)).toEqual({ day: dayOf(new Date()), orders: 1, gross: order.grossAmount })
      expect(at((await house.as('warehouse').get('/dashboard')).body, 'sales')).toBeNull()
    })
  })

  describe('preferences', () => {
    it('are kept per person, one by one, and taken away by null', async () => {
      const clerk = house.as('clerk')
      await clerk.put('/preferences', { 'orders.columns': ['no', 'status'], theme: 'dark' })
      await clerk.put('/preferences', { theme: null })
      expect((await clerk.get('/preferences')).body).toEqual({ 'orders.columns': ['no', 'status'] })
      expect((await house.as('sales').get('/preferences')).body).toEqual({})
    })

    it('are bounded in name and size, and not for machines', async () => {
      const clerk = house.as('clerk')
      expect((await clerk.put('/preferences', { 'a b': 1 })).status).toBe(400)
      expect((await clerk.put('/preferences', { big: 'x'.repeat(20_000) })).status).toBe(400)
      expect((await house.api.withKey(['clerk']).put('/preferences', { a: 1 })).status).toBe(403)
    })
  })
})
