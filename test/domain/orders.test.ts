import { beforeAll, describe, expect, it } from '@jest/globals'
import type { StaffRole } from '../../api/domain/access/roles.js'
import { orderLifecycle } from '../../api/domain/orders/orderLifecycle.js'
import { shipmentLifecycle } from '../../api/domain/shipping/shipmentLifecycle.js'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import type { House } from '../support/house.js'

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

    it('goes to its customer, unless a person said where: another customer brings the own address along', async () => {
      const clerk = house().as('clerk')
      const near = await house().customer({ contactName: '陈先生', phone: '021', address: '上海' })
      const far = await house().customer({ contactName: '王女士', phone: '0532', address: '青岛' })
      const places = {
        near: { name: '陈先生', phone: '021', address: '上海' },
        far: { name: '王女士', phone: '0532', address: '青岛' },
        typed: { name: '门卫', phone: '110', address: '工地北门' },
      }
      const draft = await house().draft({ customerId: near.id })
      expect(draft.shipTo).toEqual(places.near)
      const moved = await clerk.update('orders', draft.id, { customerId: far.id })
      expect(moved.shipTo).toEqual(places.far)
      // A form sends everything back.
      expect((await clerk.update('orders', draft.id, { ...moved, customerId: near.id })).shipTo).toEqual(
        places.near,
      )
      const typed = await clerk.update('orders', draft.id, { customerId: far.id, shipTo: places.typed })
      expect(typed.shipTo).toEqual(places.typed)
      expect((await clerk.update('orders', draft.id, { customerId: near.id })).shipTo).toEqual(places.typed)
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

  describe('a shipment of an order', () => {
    it('takes all that is open where no lines are given, and refuses a list that is empty', async () => {
      const order = await house().confirmed()
      const warehouse = house().as('warehouse')
      expect(await warehouse.post(`/orders/${order.id}/ship`, { lines: [] })).toMatchObject({
        status: 422,
        body: { errors: { lines: expect.stringContaining('请至少填写一行的数量') } },
      })
      expect(await warehouse.list('shipments', { orderId: order.id })).toEqual([])
      expect(await house().shipment(order)).toMatchObject({ lines: [{ quantity: '1' }] })
    })

    it('names each line once, however its stock was put aside', async () => {
      const main = await house().mainWarehouse()
      const product = await house().stocked(main.id)
      const order = await house().confirmed({ lines: [{ productId: product.id, quantity: '10' }] })
      const [line] = Array.isArray(order.lines) ? order.lines.map(asRec) : []
      const part = await house().shipment(order, { lines: [{ orderLineId: line?.id, quantity: '3' }] })
      await house().as('warehouse').act('shipments', part.id, 'cancel', { reason: '客户要一起发' })
      const whole = await house().shipment(order)
      expect(whole.lines).toEqual([expect.objectContaining({ orderLineId: line?.id, quantity: '10' })])
      await house().issued(whole)
      await house().as('warehouse').act('shipments', whole.id, 'dispatch')
      expect(await house().as('clerk').read('orders', order.id)).toMatchObject({
        fulfilment: 'shipped',
        lines: [{ shippedQuantity: '10', reservedQuantity: '0' }],
      })
    })
  })
})
