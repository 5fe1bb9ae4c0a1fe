import { describe, expect, it } from '@jest/globals'
import { verifyStock } from '../../api/domain/stock/verifyStock.js'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  describe('stock that comes in', () => {
    it('is the sum of its moves, per product, warehouse and quality', async () => {
      const warehouse = await house().warehouse()
      const product = await house().product()
      expect(await house().stock(product, warehouse, '10.5')).toMatchObject({ balanceAfter: '10.5' })
      await house().stock(product, warehouse, 2, { quality: 'damaged' })
      const adjust = (quantity: string, reason: string | null = '盘点') =>
        house().as('supervisor').post('/stock-moves', {
          type: 'adjustment',
          productId: product.id,
          warehouseId: warehouse.id,
          quantity,
          reason,
        })
      expect(await adjust('-0.5')).toMatchObject({
        status: 201,
        body: { quantity: '-0.5', balanceAfter: '10' },
      })
      expect(await house().balance(product, warehouse)).toEqual({
        onHand: '10',
        reserved: '0',
        available: '10',
      })
      const [damaged] = await house()
        .as('clerk')
        .list('stock-balances', { productId: product.id, quality: 'damaged' })
      expect(damaged).toMatchObject({ onHand: '2', reserved: '0', available: '2' })

      expect(await adjust('-10.0001')).toMatchObject({
        status: 409,
        body: { code: 'out_of_stock', errors: { quantity: '可用库存只有 10，不够扣减。' } },
      })
      expect(await adjust('1', null)).toMatchObject({
        status: 422,
        body: { errors: { reason: '调整库存要写明原因。' } },
      })
      expect(await adjust('0')).toMatchObject({
        status: 422,
        body: { errors: { quantity: '调整数量不能为 0。' } },
      })
      expect(await house().as('auditor').list('stock-moves', { productId: product.id })).toHaveLength(3)
      expect(await verifyStock(house().api.db)).toEqual([])
    })

    it('is received in quantities above zero', async () => {
      const move = {
        type: 'receipt',
        productId: (await house().product()).id,
        warehouseId: (await house().warehouse()).id,
      }
      for (const quantity of ['0', '-1', '-99999999'])
        expect(
          await house()
            .as('warehouse')
            .post('/stock-moves', { ...move, quantity }),
        ).toMatchObject({
          status: 422,
          body: { errors: { quantity: '入库数量应大于 0。' } },
        })
    })

    it('is counted once when first receipts arrive at the same time', async () => {
      const warehouse = await house().warehouse()
      const product = await house().product()
      await Promise.all(Array.from({ length: 12 }, () => house().stock(product, warehouse, '1.25')))
      expect(await house().balance(product, warehouse)).toMatchObject({ onHand: '15' })
      const moves = await house().as('auditor').list('stock-moves', { productId: product.id })
      expect(moves.map(({ balanceAfter }) => Number(balanceAfter)).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 12 }, (_, n) => 1.25 * (n + 1)),
      )
    })

    it('cannot be taken from under a reservation', async () => {
      const order = await house().confirmed()
      const line = { productId: at(order, 'lines.0.productId'), warehouseId: order.warehouseId }
      const take = await house()
        .as('supervisor')
        .post('/stock-moves', {
          ...line,
          type: 'adjustment',
          quantity: '-100',
          reason: '报废',
        })
      expect(take).toMatchObject({
        status: 409,
        body: { errors: { quantity: expect.stringContaining('99') } },
      })
    })
  })

  describe('a confirmation that is short', () => {
    it('names each short line with what is wanted and what is there, and reserves nothing', async () => {
      const warehouse = await house().warehouse()
      const [tea, cup, pot] = [await house().product(), await house().product(), await house().product()]
      await house().stock(tea, warehouse, '5.5')
      await house().stock(cup, warehouse, 100)
      const order = await house().submitted({
        warehouseId: warehouse.id,
        lines: [
          { productId: pot.id, quantity: '1' },
          { productId: cup.id, quantity: '100' },
          { productId: tea.id, quantity: '6' },
        ],
      })
      const [zh, en] = [
        await house().as('confirmer').post(`/orders/${order.id}/confirm`),
        await house().as('confirmer').inEnglish().post(`/orders/${order.id}/confirm`),
      ]
      expect(zh).toMatchObject({
        status: 409,
        body: {
          code: 'out_of_stock',
          errors: {
            lines: [{ quantity: '缺货：需要 1，可用 0。' }, {}, { quantity: '缺货：需要 6，可用 5.5。' }],
          },
        },
      })
      expect(en).toMatchObject({
        body: { errors: { lines: [{ quantity: 'Short: 1 wanted, 0 available.' }, {}, {}] } },
      })
      expect(await house().balance(cup, warehouse)).toEqual({
        onHand: '100',
        reserved: '0',
        available: '100',
      })
      expect(await house().as('auditor').list('reservations', { orderId: order.id })).toEqual([])
      expect(await house().as('clerk').read('orders', order.id)).toEqual(order)

      await house().stock(pot, warehouse, 1)
      await house().stock(tea, warehouse, '0.5')
      expect(await house().as('confirmer').act('orders', order.id, 'confirm')).toMatchObject({
        status: 'confirmed',
      })
    })

    it('counts two lines of one product together', async () => {
      const warehouse = await house().warehouse()
      const product = await house().product()
      await house().stock(product, warehouse, 5)
      const line = { productId: product.id, quantity: 3 }
      const order = await house().submitted({ warehouseId: warehouse.id, lines: [line, line] })
      expect(await house().as('confirmer').post(`/orders/${order.id}/confirm`)).toMatchObject({
        status: 409,
        body: { errors: { lines: [{}, { quantity: '缺货：需要 3，可用 2。' }] } },
      })
    })
  })

  it('two hundred confirmations race for the last pieces: none oversells, none fails but for shortage', async () => {
    const warehouse = await house().warehouse()
    const products = [await house().product(), await house().product(), await house().product()]
    for (const product of products) await house().stock(product, warehouse, 60)
    const customerId = (await house().customer()).id
    const clerk = house().as('clerk')
    // Every order takes two of the three products, named in either order: the very pattern that deadlocks.
    const ids: number[] = []
    const enter = async (n: number) => {
      const [one, two] = [products[n % 3], products[(n + 1 + (n % 2)) % 3]]
      const lines = [one, two].map((product) => ({ productId: product?.id, quantity: 1 + (n % 2) }))
      const { id } = await clerk.create('orders', { customerId, warehouseId: warehouse.id, lines })
      await clerk.act('orders', id, 'submit')
      ids.push(id)
    }
    await Promise.all(Array.from({ length: 200 }, (_, n) => enter(n)))
    const replies = await Promise.all(ids.map((id) => house().as('confirmer').post(`/orders/${id}/confirm`)))

    const refused = replies.filter(({ status }) => status !== 200)
    expect(replies.length - refused.length).toBeGreaterThan(50)
    for (const { status, body } of refused)
      expect({ status, code: at(body, 'code') }).toEqual({ status: 409, code: 'out_of_stock' })
    const active = await house().api.db.select(
      "SELECT productId, SUM(quantity) AS held FROM reservations WHERE warehouseId = ? AND status = 'active' GROUP BY productId",
      [warehouse.id],
    )
    for (const product of products) {
      const { onHand, reserved } = await house().balance(product, warehouse)
      const held = active.find((row) => Number(row.productId) === product.id)?.held
      expect(onHand).toBe('60')
      expect(Number(reserved)).toBe(Number(held) / 10_000)
      expect(Number(reserved)).toBeLessThanOrEqual(60)
    }
    expect(await verifyStock(house().api.db)).toEqual([])
  })

  describe('the last wall', () => {
    it.each([
      'UPDATE stock_balances SET reserved = onHand + 1',
      'UPDATE stock_balances SET onHand = -1, reserved = 0',
      'UPDATE stock_balances SET reserved = -1',
      'UPDATE order_lines SET quantity = 0',
      'UPDATE order_lines SET shippedQuantity = quantity + 1',
      'UPDATE order_lines SET netAmount = netAmount + 1',
      'UPDATE orders SET taxAmount = taxAmount + 1',
      'UPDATE reservations SET quantity = 0',
      'DELETE FROM customers',
      'DELETE FROM products',
    ])('refuses %s', async (sql) => {
      await house().shipment()
      await expect(house().api.db.execute(sql)).rejects.toThrow()
    })

    it('keeps what is in use from being deleted, and says so', async () => {
      const order = await house().confirmed()
      const product = await house()
        .as('admin')
        .delete(`/products/${String(at(order, 'lines.0.productId'))}`)
      expect(product).toMatchObject({
        status: 409,
        body: { code: 'conflict', message: expect.stringContaining('商品') },
      })
      expect(
        (
          await house()
            .as('clerk')
            .delete(`/customers/${Number(order.customerId)}`)
        ).status,
      ).toBe(409)
      expect(
        (
          await house()
            .as('admin')
            .delete(`/warehouses/${Number(order.warehouseId)}`)
        ).status,
      ).toBe(409)
      expect(await house().as('clerk').read('orders', order.id)).toEqual(order)
    })
  })

  describe('the check of the stock', () => {
    it('finds a balance, a move or a reservation that was altered behind its back', async () => {
      const { db } = house().api
      expect(await verifyStock(db)).toEqual([])
      const order = await house().confirmed()
      const productId = Number(at(order, 'lines.0.productId'))
      const faultsAfter = async (wrong: string, right: string) => {
        await db.execute(wrong, [productId])
        const faults = (await verifyStock(db)).map(({ en }) => en)
        await db.execute(right, [productId])
        return faults
      }
      const where = `Product ${productId} in warehouse ${Number(order.warehouseId)} (good)`
      expect(
        await faultsAfter(
          'UPDATE stock_balances SET onHand = onHand + 10000 WHERE productId = ?',
          'UPDATE stock_balances SET onHand = onHand - 10000 WHERE productId = ?',
        ),
      ).toEqual([`${where}: 101 on hand, but its moves add up to 100.`])
      expect(
        await faultsAfter(
          "UPDATE reservations SET status = 'released' WHERE productId = ?",
          "UPDATE reservations SET status = 'active' WHERE productId = ?",
        ),
      ).toEqual([`${where}: 1 reserved, but its reservations add up to 0.`])
      await db.execute('DELETE FROM stock_balances WHERE productId = ?', [productId])
      const faults = await verifyStock(db)
      expect(faults.map(({ en }) => en)).toEqual([
        `${where}: no balance, but its moves add up to 100.`,
        `${where}: no balance, but its reservations add up to 1.`,
      ])
      expect(faults[0]?.zh).toBe(
        `仓库 ${Number(order.warehouseId)} 的商品 ${productId}（good）：没有余额，流水合计却是 100。`,
      )
    })
  })
})
