import { describe, expect, it } from '@jest/globals'
import type { StaffRole } from '../../api/domain/access/roles.js'
import { verifyStock } from '../../api/domain/stock/verifyStock.js'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openHouse, type House } from '../support/house.js'

const idOf = async (house: House, username: StaffRole) =>
  (await house.as('admin').list('users', { username }))[0]?.id

eachDatabase((house) => {
  describe('two people at once', () => {
    it('confirm an order once: one of them is told that it is confirmed already', async () => {
      const warehouse = await house().warehouse()
      const product = await house().product()
      await house().stock(product, warehouse, 10)
      const { id } = await house().submitted({
        warehouseId: warehouse.id,
        lines: [{ productId: product.id, quantity: 2 }],
      })
      const confirm = () => house().as('confirmer').post(`/orders/${id}/confirm`)
      const replies = await Promise.all([confirm(), confirm(), confirm()])
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409])
      for (const { status, body } of replies)
        if (status === 409) expect(body).toMatchObject({ code: 'illegal_transition' })
      expect(await house().balance(product, warehouse)).toMatchObject({ reserved: '2' })
      expect(await house().as('auditor').list('reservations', { orderId: id })).toHaveLength(1)
    })

    it('ship, cancel and dispatch without giving away the same goods twice', async () => {
      const warehouse = await house().warehouse()
      for (let round = 0; round < 5; round++) {
        const product = await house().product()
        await house().stock(product, warehouse, 10)
        const order = await house().confirmed({
          warehouseId: warehouse.id,
          lines: [{ productId: product.id, quantity: 4 }],
        })
        const { id } = await house().shipment(order)
        await house().issued(await house().as('warehouse').read('shipments', id))
        const [dispatch, cancel] = await Promise.all([
          house().as('warehouse').post(`/shipments/${id}/dispatch`),
          house().as('supervisor').post(`/orders/${order.id}/cancel`, { reason: '不要了' }),
        ])
        expect([dispatch.status, cancel.status].sort((a, b) => a - b)).toEqual([200, 409])
        expect(await house().balance(product, warehouse)).toMatchObject({
          onHand: dispatch.status === 200 ? '6' : '10',
          reserved: '0',
        })
      }
      expect(await verifyStock(house().api.db)).toEqual([])
    })

    it('edit one draft: with its version the second is refused, without it both changes stay', async () => {
      const { id, version } = await house().draft()
      const put = (body: object) => house().as('clerk').put(`/orders/${id}`, body)
      const replies = await Promise.all([
        put({ version, urgency: 'urgent' }),
        put({ version, channel: 'fax' }),
      ])
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
      await Promise.all([put({ payMethod: 'cod' }), put({ shipMethod: 'pickup' })])
      expect(await house().as('clerk').read('orders', id)).toMatchObject({
        version: version + 3,
        payMethod: 'cod',
        shipMethod: 'pickup',
      })
    })
  })

  describe('shipping in parts', () => {
    const order = async () => {
      const warehouse = await house().warehouse()
      const [tea, cup] = [await house().product(), await house().product()]
      await house().stock(tea, warehouse, 10)
      await house().stock(cup, warehouse, 5)
      const confirmed = await house().confirmed({
        warehouseId: warehouse.id,
        lines: [
          { productId: tea.id, quantity: 10 },
          { productId: cup.id, quantity: 5 },
        ],
      })
      return {
        order: confirmed,
        warehouse,
        tea,
        cup,
        lines: [at(confirmed, 'lines.0.id'), at(confirmed, 'lines.1.id')],
      }
    }
    const fulfilmentOf = async ({ id }: Rec) => (await house().as('clerk').read('orders', id)).fulfilment

    it('completes the order with the last delivery, not before', async () => {
      const { order: one, warehouse, tea, lines } = await order()
      const first = await house().delivered(one, { lines: [{ orderLineId: lines[0], quantity: '4' }] })
      expect(first).toMatchObject({ lines: [{ quantity: '4' }] })
      expect(await house().as('clerk').read('orders', one.id)).toMatchObject({
        status: 'confirmed',
        fulfilment: 'partly-shipped',
        lines: [
          { shippedQuantity: '4', reservedQuantity: '6' },
          { shippedQuantity: '0', reservedQuantity: '5' },
        ],
      })
      expect(await house().balance(tea, warehouse)).toEqual({ onHand: '6', reserved: '6', available: '0' })
      const second = await house().dispatched(one, {
        lines: [
          { orderLineId: lines[0], quantity: '1' },
          { orderLineId: lines[1], quantity: '5' },
        ],
      })
      const third = await house().dispatched(one)
      expect(third).toMatchObject({ lines: [{ orderLineId: lines[0], quantity: '5' }] })
      expect(await fulfilmentOf(one)).toBe('shipped')
      await house().as('warehouse').act('shipments', third.id, 'deliver')
      expect(await house().as('clerk').read('orders', one.id)).toMatchObject({ status: 'confirmed' })
      await house().as('warehouse').act('shipments', second.id, 'deliver')
      expect(await house().as('clerk').read('orders', one.id)).toMatchObject({
        status: 'completed',
        fulfilment: 'delivered',
      })
      expect(await verifyStock(house().api.db)).toEqual([])
    })

    it('ships no more of a line than is left of it, and says which line', async () => {
      const { order: one, lines } = await order()
      const ship = (wanted: object[]) =>
        house().as('warehouse').post(`/orders/${one.id}/ship`, { lines: wanted })
      const refused = await ship([
        { orderLineId: lines[1], quantity: '5' },
        { orderLineId: lines[0], quantity: '10.0001' },
      ])
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: { lines: [{}, { quantity: expect.stringContaining('0.0001') }] } },
      })
      expect((await ship([{ orderLineId: 999_999, quantity: 1 }])).status).toBe(422)
      expect(
        (
          await ship([
            { orderLineId: lines[0], quantity: 6 },
            { orderLineId: lines[0], quantity: 5 },
          ])
        ).status,
      ).toBe(422)
      for (const quantity of [0, '-1', 'viel', null])
        expect(await ship([{ orderLineId: lines[0], quantity }])).toMatchObject({
          status: 422,
          body: { errors: { lines: [{ quantity: expect.any(String) }] } },
        })
      expect(await house().as('auditor').list('shipments', { orderId: one.id })).toEqual([])
      expect(await house().as('auditor').list('reservations', { orderId: one.id })).toHaveLength(2)
      await house().shipment(one)
      expect(await ship([])).toMatchObject({ status: 409, body: { code: 'conflict' } })
    })

    it('gives a withdrawn shipment back to the order, to be shipped again', async () => {
      const { order: one, warehouse, tea } = await order()
      const shipment = await house().shipment(one)
      const document = await house().issued(shipment)
      const withdrawn = await house()
        .as('warehouse')
        .act('shipments', shipment.id, 'cancel', { reason: '车没来' })
      expect(withdrawn).toMatchObject({ status: 'cancelled', cancelReason: '车没来' })
      expect(await house().balance(tea, warehouse)).toEqual({ onHand: '10', reserved: '10', available: '0' })
      expect(await house().as('clerk').read('orders', one.id)).toMatchObject({
        status: 'confirmed',
        fulfilment: 'reserved',
      })
      expect(await house().as('clerk').read('documents', document.id)).toMatchObject({
        status: 'void',
        voidReason: '车没来',
      })
      expect(await house().jobOf(document)).toMatchObject({ status: 'canceled' })
      await house().delivered(one)
      expect(await house().as('clerk').read('orders', one.id)).toMatchObject({ status: 'completed' })
    })
  })

  describe('shipping from another warehouse', () => {
    it('moves the reservation there', async () => {
      const [here, there] = [await house().warehouse(), await house().warehouse()]
      const product = await house().product()
      await house().stock(product, here, 5)
      await house().stock(product, there, 5)
      const order = await house().confirmed({
        warehouseId: here.id,
        lines: [{ productId: product.id, quantity: 3 }],
      })
      const shipment = await house().shipment(order, { warehouseId: there.id })
      expect(shipment).toMatchObject({ warehouseId: there.id })
      expect(await house().balance(product, here)).toEqual({ onHand: '5', reserved: '0', available: '5' })
      expect(await house().balance(product, there)).toEqual({ onHand: '5', reserved: '3', available: '2' })
      await house().issued(shipment)
      await house().as('warehouse').act('shipments', shipment.id, 'dispatch')
      expect(await house().balance(product, there)).toEqual({ onHand: '2', reserved: '0', available: '2' })
    })

    it('is refused where that one is short, line by line, and nothing moves', async () => {
      const [here, there] = [await house().warehouse(), await house().warehouse()]
      const [tea, cup] = [await house().product(), await house().product()]
      for (const product of [tea, cup]) await house().stock(product, here, 5)
      await house().stock(tea, there, 5)
      await house().stock(cup, there, '1.5')
      const order = await house().confirmed({
        warehouseId: here.id,
        lines: [
          { productId: tea.id, quantity: 3 },
          { productId: cup.id, quantity: 3 },
        ],
      })
      const refused = await house()
        .as('warehouse')
        .post(`/orders/${order.id}/ship`, { warehouseId: there.id })
      expect(refused).toMatchObject({
        status: 409,
        body: {
          code: 'out_of_stock',
          errors: { lines: [{}, { quantity: '该仓库缺货：需要 3，可用 1.5。' }] },
        },
      })
      expect(await house().balance(tea, there)).toMatchObject({ reserved: '0' })
      expect(await house().balance(tea, here)).toMatchObject({ reserved: '3' })
      expect(await house().as('warehouse').list('shipments', { orderId: order.id })).toEqual([])
    })
  })

  describe('a cancelled order', () => {
    it('gives everything back: stock, shipments, papers, numbers and waiting prints', async () => {
      const warehouse = await house().warehouse()
      const product = await house().product()
      await house().stock(product, warehouse, 9)
      await house().copySets()
      const order = await house().confirmed({
        warehouseId: warehouse.id,
        lines: [{ productId: product.id, quantity: 9 }],
      })
      const paper = await house().as('clerk').act('orders', order.id, 'issue', { kind: 'sales-order' })
      const shipment = await house().shipment(order, {
        lines: [{ orderLineId: at(order, 'lines.0.id'), quantity: 4 }],
      })
      const note = await house().issued(shipment)

      const cancelled = await house()
        .as('supervisor')
        .act('orders', order.id, 'cancel', { reason: '客户退单' })
      expect(cancelled).toMatchObject({
        status: 'cancelled',
        fulfilment: 'none',
        cancelReason: '客户退单',
        cancelledBy: await idOf(house(), 'supervisor'),
        lines: [{ reservedQuantity: '0' }],
      })
      expect(await house().balance(product, warehouse)).toEqual({
        onHand: '9',
        reserved: '0',
        available: '9',
      })
      const held = await house().as('auditor').list('reservations', { orderId: order.id })
      expect(new Set(held.map(({ status }) => status))).toEqual(new Set(['released']))
      expect(await house().as('clerk').read('shipments', shipment.id)).toMatchObject({
        status: 'cancelled',
        cancelReason: '客户退单',
      })
      for (const document of [paper, note]) {
        expect(await house().as('clerk').read('documents', document.id)).toMatchObject({
          status: 'void',
          voidReason: '客户退单',
        })
        expect(await house().jobOf(document)).toMatchObject({ status: 'canceled' })
      }
      const issued = await house().as('clerk').read('shipments', shipment.id)
      const register = await house().api.db.select(
        'SELECT number, status, reason FROM number_register WHERE number IN (?, ?, ?) ORDER BY number',
        [String(order.no), String(note.no), String(issued.no)],
      )
      expect(register.map(({ status, reason }) => `${String(status)}: ${String(reason)}`)).toEqual(
        Array.from({ length: 3 }, () => 'void: 客户退单'),
      )
      expect(await verifyStock(house().api.db)).toEqual([])
    })

    it('cannot be one whose goods have left', async () => {
      const order = await house().confirmed()
      const { no } = await house().dispatched(order)
      const before = await house().as('clerk').read('orders', order.id)
      const refused = await house().as('confirmer').post(`/orders/${order.id}/cancel`, { reason: '晚了' })
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'conflict', message: expect.stringContaining(String(no)) },
      })
      expect(await house().as('clerk').read('orders', order.id)).toEqual(before)
    })
  })

  describe('the warehouse of an order', () => {
    it('is the default one when none was chosen, and the last one made default is it', async () => {
      const own = await openHouse(house().api.db.dialect)
      try {
        const customer = await own.customer()
        const product = await own.product()
        const order = await own
          .as('clerk')
          .create('orders', { customerId: customer.id, lines: [{ productId: product.id, quantity: 1 }] })
        await own.as('clerk').act('orders', order.id, 'submit')
        expect(await own.as('confirmer').post(`/orders/${order.id}/confirm`)).toMatchObject({
          status: 409,
          body: { code: 'conflict', errors: { warehouseId: '请选择仓库。' } },
        })
        const first = await own.warehouse({ isDefault: true })
        const second = await own.warehouse({ isDefault: true })
        await own.stock(product, second, 1)
        expect(await own.as('confirmer').act('orders', order.id, 'confirm')).toMatchObject({
          warehouseId: second.id,
        })
        const former = await own.as('clerk').read('warehouses', first.id)
        expect(former).toMatchObject({ isDefault: false, version: 2 })
        const [event] = await own
          .as('auditor')
          .list('audit-events', { resource: 'warehouses', recordId: first.id, action: 'update' })
        expect(JSON.parse(String(event?.payload))).toMatchObject({
          before: { isDefault: true },
          after: { isDefault: false },
        })
      } finally {
        await own.api.stop()
      }
    })
  })
})
