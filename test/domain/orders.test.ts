import { beforeAll, describe, expect, it } from '@jest/globals'
import type { StaffRole } from '../../api/domain/access/roles.js'
import { orderLifecycle } from '../../api/domain/orders/orderLifecycle.js'
import { shipmentLifecycle } from '../../api/domain/shipping/shipmentLifecycle.js'
import { verifyStock } from '../../api/domain/stock/verifyStock.js'
import { at } from '../support/at.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { openHouse, type House } from '../support/house.js'

const aTime = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const idOf = async (house: House, username: StaffRole) =>
  (await house.as('admin').list('users', { username }))[0]?.id

eachDatabase((house) => {
  describe('the way of an order', () => {
    it('leads from draft to completed, each step stamped with when and by whom', async () => {
      const warehouse = await house().warehouse()
      const [tea, cup] = [await house().product({ price: '12.5' }), await house().product({ price: '3' })]
      await house().stock(tea, warehouse, 50)
      await house().stock(cup, warehouse, '7.5')
      const lines = [
        { productId: tea.id, quantity: '20' },
        { productId: cup.id, quantity: 2.5 },
      ]
      const draft = await house().draft({ warehouseId: warehouse.id, lines })
      expect(draft).toMatchObject({
        no: null,
        status: 'draft',
        fulfilment: 'none',
        enteredAt: aTime,
        enteredBy: await idOf(house(), 'clerk'),
        submittedAt: null,
      })

      const submitted = await house().as('sales').act('orders', draft.id, 'submit')
      expect(submitted).toMatchObject({
        no: expect.stringMatching(/^XS20\d{6}-\d{4}$/),
        status: 'submitted',
        submittedAt: aTime,
        submittedBy: await idOf(house(), 'sales'),
      })

      const confirmed = await house().as('confirmer').act('orders', draft.id, 'confirm')
      expect(confirmed).toMatchObject({
        status: 'confirmed',
        fulfilment: 'reserved',
        confirmedAt: aTime,
        confirmedBy: await idOf(house(), 'confirmer'),
        lines: [{ reservedQuantity: '20' }, { reservedQuantity: '2.5' }],
      })
      expect(await house().balance(tea, warehouse)).toEqual({ onHand: '50', reserved: '20', available: '30' })
      expect(await house().balance(cup, warehouse)).toEqual({
        onHand: '7.5',
        reserved: '2.5',
        available: '5',
      })

      const shipment = await house().shipment(confirmed)
      expect(shipment).toMatchObject({
        no: null,
        status: 'draft',
        orderId: draft.id,
        warehouseId: warehouse.id,
        customerName: draft.customerName,
        lines: [
          { productId: tea.id, quantity: '20', name: tea.name, unit: '件' },
          { productId: cup.id, quantity: '2.5' },
        ],
      })
      const document = await house().issued(shipment)
      expect(document).toMatchObject({ kind: 'delivery-note', revision: 1, status: 'issued' })
      const issued = await house().as('warehouse').read('shipments', shipment.id)
      expect(issued).toMatchObject({
        no: expect.stringMatching(/^FH20\d{6}-\d{4}$/),
        status: 'issued',
        issuedAt: aTime,
      })

      await house().as('warehouse').act('shipments', shipment.id, 'dispatch')
      expect(await house().balance(tea, warehouse)).toEqual({ onHand: '30', reserved: '0', available: '30' })
      expect(await house().as('clerk').read('orders', draft.id)).toMatchObject({
        status: 'confirmed',
        fulfilment: 'shipped',
        lines: [
          { reservedQuantity: '0', shippedQuantity: '20' },
          { reservedQuantity: '0', shippedQuantity: '2.5' },
        ],
      })
      const moves = await house().as('auditor').list('stock-moves', { source: issued.no })
      expect(moves).toEqual([
        expect.objectContaining({ type: 'shipment', productId: tea.id, quantity: '-20', balanceAfter: '30' }),
        expect.objectContaining({ type: 'shipment', productId: cup.id, quantity: '-2.5', balanceAfter: '5' }),
      ])

      expect(await house().as('warehouse').act('shipments', shipment.id, 'deliver')).toMatchObject({
        status: 'delivered',
        deliveredAt: aTime,
      })
      expect(await house().as('clerk').read('orders', draft.id)).toMatchObject({
        status: 'completed',
        fulfilment: 'delivered',
        completedAt: aTime,
      })
      const held = await house().as('auditor').list('reservations', { orderId: draft.id })
      expect(held.map(({ status }) => status)).toEqual(['shipped', 'shipped'])
    })

    it('leads back to draft by a rejection with its reason; the number stays for the next submit', async () => {
      const { id, no } = await house().submitted()
      const rejected = await house().as('confirmer').act('orders', id, 'reject', { reason: '地址不全' })
      expect(rejected).toMatchObject({ status: 'draft', no, rejectReason: '地址不全', rejectedAt: aTime })
      await house()
        .as('clerk')
        .update('orders', id, { shipTo: { address: '上海市黄浦区 1 号' } })
      expect(await house().as('clerk').act('orders', id, 'submit')).toMatchObject({ status: 'submitted', no })
    })

    it('needs a line to be submitted, a reason to be rejected or cancelled', async () => {
      const empty = await house().draft({ lines: [] })
      const refused = await house().as('clerk').post(`/orders/${empty.id}/submit`)
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: { lines: '至少要有一行明细才能提交。' } },
      })
      const { id } = await house().submitted()
      for (const [role, verb] of [
        ['confirmer', 'reject'],
        ['clerk', 'cancel'],
      ] as const)
        for (const body of [undefined, {}, { reason: ' ' }])
          expect(await house().as(role).post(`/orders/${id}/${verb}`, body)).toMatchObject({
            status: 422,
            body: { errors: { reason: '必填。' } },
          })
    })
  })

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

  describe('an action in the wrong state', () => {
    const orders: Record<string, Rec> = {}
    const shipments: Record<string, Rec> = {}

    beforeAll(async () => {
      orders.draft = await house().draft()
      orders.submitted = await house().submitted()
      orders.confirmed = await house().confirmed()
      const cancelled = await house().submitted()
      orders.cancelled = await house().as('clerk').act('orders', cancelled.id, 'cancel', { reason: '重复' })
      const whole = await house().confirmed()
      shipments.delivered = await house().delivered(whole)
      orders.completed = await house().as('clerk').read('orders', whole.id)
      shipments.draft = await house().shipment()
      shipments.issued = await house().shipment()
      await house().issued(shipments.issued)
      shipments.dispatched = await house().dispatched()
      const withdrawn = await house().shipment()
      shipments.cancelled = await house()
        .as('warehouse')
        .act('shipments', withdrawn.id, 'cancel', { reason: '错仓' })
    })

    const verbs: [string, StaffRole, string[], object][] = [
      ['submit', 'clerk', ['draft'], {}],
      ['reject', 'confirmer', ['submitted'], { reason: '原因' }],
      ['confirm', 'confirmer', ['submitted'], {}],
      ['cancel', 'clerk', ['draft', 'submitted', 'confirmed'], { reason: '原因' }],
      ['ship', 'warehouse', ['confirmed'], {}],
      ['issue', 'clerk', ['submitted', 'confirmed', 'completed'], { kind: 'sales-order' }],
    ]
    const shipmentVerbs: typeof verbs = [
      ['issue', 'warehouse', ['draft', 'issued'], { kind: 'delivery-note' }],
      ['dispatch', 'warehouse', ['issued'], {}],
      ['deliver', 'warehouse', ['dispatched'], {}],
      ['cancel', 'warehouse', ['draft', 'issued'], { reason: '原因' }],
    ]
    const wrong = (all: typeof verbs, states: string[], resource: string) =>
      all.flatMap(([verb, role, from, input]) =>
        states
          .filter((state) => !from.includes(state))
          .map((state) => ({ resource, verb, role, state, from, input })),
      )
    const cases = [
      ...wrong(verbs, Object.keys(orderLifecycle.states), 'orders'),
      ...wrong(shipmentVerbs, Object.keys(shipmentLifecycle.states), 'shipments'),
    ]

    it.each(cases)(
      '$resource: $verb of one that is $state',
      async ({ resource, verb, role, state, from, input }) => {
        const record = (resource === 'orders' ? orders : shipments)[state]
        const { states } = resource === 'orders' ? orderLifecycle : shipmentLifecycle
        const labelled = new Map(Object.entries(states))
        const [zh, en] = [
          await house().as(role).post(`/${resource}/${record?.id}/${verb}`, input),
          await house().as(role).inEnglish().post(`/${resource}/${record?.id}/${verb}`, input),
        ]
        for (const [reply, language] of [
          [zh, 'zh'],
          [en, 'en'],
        ] as const) {
          expect(reply).toMatchObject({ status: 409, body: { code: 'illegal_transition' } })
          for (const named of [state, ...from])
            expect(at(reply.body, 'message')).toContain(labelled.get(named)?.label[language])
        }
        const after = await house()
          .as('auditor')
          .read(resource, record?.id ?? 0)
        expect(after.version).toBe((await house().as('auditor').read(resource, after.id)).version)
        expect(after.status).toBe(state)
      },
    )

    it.each(['submitted', 'confirmed', 'completed', 'cancelled'])(
      'nobody edits an order that is %s',
      async (state) => {
        const order = orders[state]
        const reply = await house().as('clerk').put(`/orders/${order?.id}`, { urgency: 'urgent' })
        expect(reply).toMatchObject({ status: 409, body: { code: 'illegal_transition' } })
        expect(at(reply.body, 'message')).toContain('草稿')
        expect(
          await house()
            .as('clerk')
            .read('orders', order?.id ?? 0),
        ).toMatchObject({ urgency: 'normal' })
      },
    )

    it('the status is not written by an edit', async () => {
      const { id } = await house().draft()
      expect(
        await house()
          .as('clerk')
          .update('orders', id, { status: 'confirmed', no: 'XS1', fulfilment: 'shipped' }),
      ).toMatchObject({
        status: 'draft',
        no: null,
        fulfilment: 'none',
      })
    })
  })

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
        body: { code: 'out_of_stock', errors: { lines: [{}, { quantity: '该仓库缺货:需要 3,可用 1.5。' }] } },
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
