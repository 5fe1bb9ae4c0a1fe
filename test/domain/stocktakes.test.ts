import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { verifyStock } from '../../api/domain/stock/verifyStock.js'
import { signedIn } from '../support/api.js'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { next, type House } from '../support/house.js'

eachDatabase((house) => {
  const counter = () => house().as('warehouse')
  const supervisor = () => house().as('supervisor')
  const count = (stocktake: Rec, code: unknown, quantity: string, more: object = {}) =>
    counter().post(`/stocktakes/${stocktake.id}/count`, { code, quantity, add: false, ...more })
  const finish = (stocktake: Rec, input: object = {}) =>
    counter().post(`/stocktakes/${stocktake.id}/finish`, input)
  const approve = (stocktake: Rec, input: object = { reason: '年终盘点' }) =>
    supervisor().post(`/stocktakes/${stocktake.id}/approve`, input)
  const lineOf = async (stocktake: Rec, product: Rec) =>
    (await counter().list('stocktake-lines', { stocktakeId: stocktake.id, productId: product.id }))[0]

  /** A warehouse with so many pieces of one product each. */
  const shelf = async (...quantities: number[]) => {
    const warehouse = await house().warehouse()
    const products: Rec[] = []
    for (const quantity of quantities) products.push(await house().stocked(warehouse.id, quantity))
    return { warehouse, products: products as [Rec, ...Rec[]] }
  }

  describe('a stocktake', () => {
    it('posts the difference and not the count, so what moved meanwhile stays moved', async () => {
      const { warehouse, products } = await shelf(100, 20)
      const [tea, cup = tea] = products
      const stocktake = await house().counting({ warehouseId: warehouse.id })
      expect(stocktake).toMatchObject({
        status: 'counting',
        no: expect.stringMatching(/^PD\d{8}-\d{4}$/),
        lineCount: 2,
      })

      await house().stock(tea, warehouse, 5)
      const { body } = await count(stocktake, tea.code, '102')
      expect(body).toMatchObject({ bookQuantity: '100', moved: '5', counted: '102', difference: '-3' })
      await house().stock(tea, warehouse, 40)
      await count(stocktake, cup.code, '20')
      expect((await finish(stocktake)).body).toMatchObject({ status: 'counted', differenceCount: 1 })
      expect((await approve(stocktake)).body).toMatchObject({ status: 'approved' })

      expect(await house().balance(tea, warehouse)).toMatchObject({ onHand: '142' })
      const moves = await supervisor().list('stock-moves', { source: stocktake.no })
      expect(moves).toMatchObject([
        { type: 'adjustment', productId: tea.id, quantity: '-3', reason: '年终盘点', balanceAfter: '142' },
      ])
      expect(await verifyStock(house().api.db)).toEqual([])
    })

    it('never takes what orders hold: approval names the product, and nothing is posted', async () => {
      const { warehouse, products } = await shelf(10, 10)
      const [tea, cup = tea] = products
      await house().confirmed({ warehouseId: warehouse.id, lines: [{ productId: tea.id, quantity: 8 }] })
      const stocktake = await house().counting({ warehouseId: warehouse.id })
      await count(stocktake, tea.code, '5')
      await count(stocktake, cup.code, '12')
      await finish(stocktake)
      const refused = await approve(stocktake)
      expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } })
      expect(at(refused.body, 'message')).toContain(
        `${String(tea.code)} ${String(tea.name)}」盘亏 5，可用只有 2`,
      )
      expect(await house().balance(cup, warehouse)).toMatchObject({ onHand: '10' })

      await counter().act('stocktakes', stocktake.id, 'recount')
      await count(stocktake, tea.code, '8')
      await finish(stocktake)
      expect((await approve(stocktake)).status).toBe(200)
      expect(await house().balance(tea, warehouse)).toEqual({ onHand: '8', reserved: '8', available: '0' })
      expect(await verifyStock(house().api.db)).toEqual([])
    })

    it('is approved by nobody who counted in it, and not without a reason for each difference', async () => {
      const { warehouse, products } = await shelf(10)
      const stocktake = await house().counting({ warehouseId: warehouse.id })
      const both = `both${next()}`
      const password = 'long-enough-1'
      await house()
        .as('admin')
        .create('users', { username: both, name: both, roles: ['warehouse', 'supervisor'], password })
      const person = signedIn(house().api.nobody, both, password)
      await person.act('stocktakes', stocktake.id, 'count', { code: products[0].code, quantity: 9 })
      await finish(stocktake)
      expect(await person.post(`/stocktakes/${stocktake.id}/approve`, { reason: '丢失' })).toMatchObject({
        status: 403,
        body: { message: expect.stringContaining('自己盘过') },
      })
      expect(await approve(stocktake, {})).toMatchObject({
        status: 422,
        body: { errors: { reason: expect.stringContaining(String(products[0].code)) } },
      })
      const line = await lineOf(stocktake, products[0])
      await supervisor().update('stocktake-lines', Number(line?.id), { reason: '破损' })
      expect((await approve(stocktake, {})).status).toBe(200)
      const moves = await supervisor().list('stock-moves', { source: stocktake.no })
      expect(moves).toMatchObject([{ quantity: '-1', reason: '破损' }])
    })

    it('shows blind counters no book quantity before they have finished', async () => {
      const { warehouse, products } = await shelf(7)
      const stocktake = await house().counting({ warehouseId: warehouse.id, blind: true })
      expect((await count(stocktake, products[0].code, '6')).text).not.toMatch(/"7"|frozen/)
      expect(await lineOf(stocktake, products[0])).toMatchObject({
        bookQuantity: null,
        moved: null,
        difference: null,
      })
      await finish(stocktake)
      expect(await lineOf(stocktake, products[0])).toMatchObject({ bookQuantity: '7', difference: '-1' })
    })

    it('asks for the lines that nobody counted, or leaves them as they are', async () => {
      const { warehouse, products } = await shelf(3, 4)
      const [tea, cup = tea] = products
      const stocktake = await house().counting({ warehouseId: warehouse.id })
      await count(stocktake, tea.code, '3')
      expect(await finish(stocktake)).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining(String(cup.code)) },
      })
      await finish(stocktake, { leaveUncounted: true })
      expect((await approve(stocktake, {})).status).toBe(200)
      expect(await house().balance(cup, warehouse)).toMatchObject({ onHand: '4' })
    })
  })

  describe('counting by scanner', () => {
    it('adds scan to scan by barcode, also by several people at once, each on the trail', async () => {
      const warehouse = await house().warehouse()
      const barcode = `69${String(next()).padStart(11, '0')}`
      const product = await house().product({ barcode })
      await house().stock(product, warehouse, 12)
      const stocktake = await house().counting({ warehouseId: warehouse.id })
      const scans = Array.from({ length: 12 }, () =>
        counter().post(`/stocktakes/${stocktake.id}/count`, { code: barcode }),
      )
      for (const { status, text } of await Promise.all(scans))
        expect({ status, text }).toMatchObject({ status: 200 })
      const line = await lineOf(stocktake, product)
      expect(line).toMatchObject({ counted: '12', difference: '0' })
      const trail = await house()
        .as('auditor')
        .list('audit-events', { resource: 'stocktake-lines', recordId: line?.id })
      expect(trail.filter(({ action }) => action === 'count')).toHaveLength(12)
    })

    it('says what is not on the sheet, and adds what is there all the same', async () => {
      const { warehouse } = await shelf(5)
      const found = await house().product()
      const stocktake = await house().counting({ warehouseId: warehouse.id })
      expect(await count(stocktake, '0000', '1')).toMatchObject({
        status: 422,
        body: { errors: { code: expect.stringContaining('没有条码') } },
      })
      expect(await count(stocktake, found.code, '2')).toMatchObject({
        status: 422,
        body: { errors: { code: expect.stringContaining('不在这张盘点表上') } },
      })
      expect((await count(stocktake, found.code, '2', { addMissing: true })).body).toMatchObject({
        bookQuantity: '0',
        difference: '2',
      })
      await finish(stocktake, { leaveUncounted: true })
      await approve(stocktake)
      expect(await house().balance(found, warehouse)).toMatchObject({ onHand: '2' })
    })
  })

  it('counts no product in two stocktakes at once, and frees it when one is cancelled', async () => {
    const { warehouse, products } = await shelf(5)
    const fields = { warehouseId: warehouse.id, products: [products[0].id] }
    const two = [await counter().create('stocktakes', fields), await counter().create('stocktakes', fields)]
    const replies = await Promise.all(two.map(({ id }) => counter().post(`/stocktakes/${id}/start`)))
    expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const started = replies.find(({ status }) => status === 200)?.body
    const refused = replies.find(({ status }) => status === 409)
    expect(at(refused?.body, 'message')).toContain(String(at(started, 'no')))
    await counter().act('stocktakes', Number(at(started, 'id')), 'cancel', { reason: '改天再盘' })
    const other = two.find(({ id }) => id !== at(started, 'id'))
    expect((await counter().act('stocktakes', Number(other?.id), 'start')).status).toBe('counting')
    expect(
      await house()
        .as('auditor')
        .list('number-register', { number: at(started, 'no') }),
    ).toMatchObject([{ status: 'void', reason: '改天再盘' }])
  })

  it('after any mixture of receipts, counts and shipments the books are what was counted plus what moved since', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('in' as const), n: fc.integer({ min: 1, max: 20 }) }),
      fc.record({ do: fc.constant('out' as const), n: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ do: fc.constant('count' as const), n: fc.integer({ min: -5, max: 5 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => holds(house(), steps)),
      { numRuns: 6 },
    )
  })
})

/** Walks the steps with a shelf beside the books; `n` of a count is what the shelf really holds more or less. */
async function holds(house: House, steps: { do: 'in' | 'out' | 'count'; n: number }[]): Promise<void> {
  const warehouse = await house.warehouse()
  const product = await house.stocked(warehouse.id, 50)
  const stocktake = await house.counting({ warehouseId: warehouse.id })
  const move = (quantity: number) =>
    house.as('supervisor').create('stock-moves', {
      type: 'adjustment',
      productId: product.id,
      warehouseId: warehouse.id,
      quantity,
      reason: '移动',
    })
  let books = 50
  let surplus = 0
  for (const { do: what, n } of [...steps, { do: 'count' as const, n: 1 }])
    if (what === 'count') {
      surplus = n
      const input = { code: product.code, quantity: String(books + n), add: false }
      await house.as('warehouse').act('stocktakes', stocktake.id, 'count', input)
    } else {
      const delta = what === 'in' ? n : -n
      await move(delta)
      books += delta
    }
  await house.as('warehouse').act('stocktakes', stocktake.id, 'finish')
  await move(3)
  await house.as('supervisor').act('stocktakes', stocktake.id, 'approve', { reason: '盘点' })
  expect(await house.balance(product, warehouse)).toMatchObject({ onHand: String(books + 3 + surplus) })
  expect(await verifyStock(house.api.db)).toEqual([])
}
