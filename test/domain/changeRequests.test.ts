import { beforeAll, describe, expect, it } from '@jest/globals'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  const read = (resource: string, id: unknown) => house().as('auditor').read(resource, Number(id))
  const row = (wanted: string | null) => ({ part: '整单', item: '要求交期', was: '2026-12-01', wanted })
  const ask = (order: Rec, fields: object = {}) =>
    house()
      .as('sales')
      .post('/change-requests', {
        orderId: order.id,
        applicant: '客户 陈国良',
        reason: '工地改期',
        changes: [row('2026-12-05'), row(null)],
        ...fields,
      })
  const decide = (request: Rec, verb: string, input: object = {}) =>
    house().as('confirmer').post(`/change-requests/${request.id}/${verb}`, input)

  beforeAll(() => house().copySets())

  describe('a request to change', () => {
    it('keeps what was wanted and what it touched, on paper too; approved, the order is a draft with nothing reserved', async () => {
      const warehouse = await house().mainWarehouse()
      const product = await house().stocked(warehouse.id)
      const order = await house().confirmed({ lines: [{ productId: product.id, quantity: '7' }] })
      const paper = await house().as('clerk').act('orders', order.id, 'issue')
      const note = await house().issued(await house().shipment(order))
      const request = asRec((await ask(order)).body)
      expect(request).toMatchObject({
        status: 'open',
        no: null,
        kind: 'change',
        customerName: order.customerName,
        grossBefore: order.grossAmount,
        changes: [{ item: '要求交期', was: '2026-12-01', wanted: '2026-12-05' }],
        impact: expect.stringContaining(`送货单 ${String(note.no)}`),
      })
      const form = asRec((await house().as('sales').post(`/change-requests/${request.id}/issue`, {})).body)
      expect(form).toMatchObject({
        kind: 'change-request',
        no: expect.stringMatching(/^BQ20\d{6}-\d{4}$/),
        subject: 'change-requests',
        orderId: order.id,
        data: {
          order: { no: order.no, status: { label: '已确认' } },
          request: { reason: '工地改期', requestedBy: '客户 陈国良' },
          changes: [{ part: '整单', field: '要求交期', before: '2026-12-01', after: '2026-12-05' }],
        },
      })

      expect(await decide(request, 'approve', { decision: '可以' })).toMatchObject({
        status: 200,
        body: { status: 'approved', decision: '可以', no: form.no, decidedAt: expect.any(String) },
      })
      const reopened = await read('orders', order.id)
      expect(reopened).toMatchObject({
        status: 'draft',
        fulfilment: 'none',
        no: order.no,
        rejectReason: `${String(form.no)} 客户 陈国良：工地改期`,
        lines: [{ reservedQuantity: '0' }],
      })
      expect(await house().balance(product, warehouse)).toMatchObject({ reserved: '0', available: '100' })
      expect((await read('documents', paper.id)).status).toBe('superseded')
      expect((await read('documents', note.id)).status).toBe('void')
      // The form is what was agreed, and stays true.
      expect((await read('documents', form.id)).status).toBe('issued')
      const again = await house().as('clerk').act('orders', order.id, 'submit')
      expect(again).toMatchObject({ status: 'submitted', no: order.no })
    })

    it('is refused with a reason, and the order stays as it is', async () => {
      const order = await house().confirmed()
      const request = asRec((await ask(order)).body)
      expect((await ask(order)).status).toBe(422)
      expect(await decide(request, 'refuse', { reason: '货已备好' })).toMatchObject({
        body: { status: 'refused', decision: '货已备好' },
      })
      expect(await read('orders', order.id)).toEqual(order)
      expect((await decide(request, 'approve')).status).toBe(409)
      expect((await ask(order)).status).toBe(201)
    })

    it('says what is missing, and sends what needs no request another way', async () => {
      expect(await ask(await house().submitted())).toMatchObject({
        status: 422,
        body: { errors: { orderId: '订单现在是「待确认」；只有已确认的订单需要申请。' } },
      })
      expect(await ask(await house().confirmed(), { changes: [row(null), row('2026-12-01')] })).toMatchObject(
        {
          status: 422,
          body: { errors: { changes: '请至少写明一项变更及「变更后」。' } },
        },
      )
      const gone = await house().confirmed()
      const { no } = await house().dispatched(gone)
      expect(await ask(gone)).toMatchObject({
        status: 409,
        body: { message: `发货单 ${String(no)} 的货已发出，订单不能变更或取消；请走退货。` },
      })
    })

    it('changed after its form was printed makes that form superseded', async () => {
      const request = asRec((await ask(await house().confirmed())).body)
      const form = asRec((await house().as('sales').post(`/change-requests/${request.id}/issue`, {})).body)
      await house()
        .as('sales')
        .update('change-requests', request.id, { changes: [row('2026-12-09')] })
      expect((await read('documents', form.id)).status).toBe('superseded')
      const next = asRec((await house().as('sales').post(`/change-requests/${request.id}/issue`, {})).body)
      expect(next).toMatchObject({ no: form.no, revision: 2, data: { changes: [{ after: '2026-12-09' }] } })
    })
  })

  describe('a request to cancel', () => {
    it('stops the order at once: nothing is shipped, issued or sent until it is decided', async () => {
      const order = await house().confirmed()
      const shipment = await house().shipment(order)
      await house().issued(shipment)
      const request = asRec((await ask(order, { kind: 'cancel', changes: [] })).body)
      expect(request).toMatchObject({
        kind: 'cancel',
        changes: [
          { part: '整单', was: '已确认', wanted: '已取消' },
          { item: '数量', was: '1 件', effect: '释放库存占用' },
          { part: expect.stringMatching(/^发货单 FH/), was: '已出单', wanted: '撤回' },
        ],
      })
      const message = `订单有待审批的取消申请 #${request.id}，已停止出单和发货；请等审批，或由打单员撤回申请。`
      const warehouse = house().as('warehouse')
      const automatic = await house().as('warehouse').list('documents', { orderId: order.id })
      for (const [path, body] of [
        [`/orders/${order.id}/ship`, {}],
        [`/orders/${order.id}/issue`, {}],
        [`/orders/${order.id}/issue`, { kind: 'order-acknowledgement' }],
        [`/shipments/${shipment.id}/issue`, { kind: 'packing-list' }],
        [`/shipments/${shipment.id}/dispatch`, {}],
      ] as const)
        expect(await warehouse.post(path, body)).toMatchObject({ status: 409, body: { message } })
      const several = await warehouse.post('/orders/actions/issue', { ids: [order.id], input: {} })
      expect(several.text).toContain(message)
      expect(await warehouse.list('documents', { orderId: order.id })).toHaveLength(automatic.length)
      const form = await house().as('sales').post(`/change-requests/${request.id}/issue`, {})
      expect(form).toMatchObject({ status: 200, body: { kind: 'cancel-request' } })

      const withdrawn = await house().as('sales').act('change-requests', request.id, 'withdraw', {
        reason: '客户又要了',
      })
      expect(withdrawn).toMatchObject({ status: 'withdrawn', decision: '客户又要了' })
      expect((await warehouse.post(`/shipments/${shipment.id}/dispatch`, {})).status).toBe(200)
    })

    it('cancels the order when it is approved, and its form says what became of it', async () => {
      const order = await house().confirmed()
      const shipment = await house().shipment(order)
      const request = asRec((await ask(order, { kind: 'cancel', changes: [] })).body)
      const form = asRec((await house().as('sales').post(`/change-requests/${request.id}/issue`, {})).body)
      expect(form).toMatchObject({
        kind: 'cancel-request',
        no: expect.stringMatching(/^QX/),
        data: { totals: { grossBefore: order.grossAmount, grossAmount: 0, grossInWords: '人民币零元整' } },
      })
      expect((await decide(request, 'approve')).status).toBe(200)
      expect(await read('orders', order.id)).toMatchObject({
        status: 'cancelled',
        cancelReason: `${String(form.no)} 客户 陈国良：工地改期`,
      })
      expect((await read('shipments', shipment.id)).status).toBe('cancelled')
      expect((await read('documents', form.id)).status).toBe('issued')
    })
  })
})
