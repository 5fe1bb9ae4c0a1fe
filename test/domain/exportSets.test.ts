import { expect, it } from '@jest/globals'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  const clerk = () => house().as('clerk')
  const linesOf = ({ lines }: Rec): Record<string, unknown>[] => (Array.isArray(lines) ? lines : [])

  it('lists the usual papers, says who ticked one off, and is complete only when every required one is there', async () => {
    const order = await house().submitted({
      customerId: (await house().customer({ name: 'Al Noor LLC' })).id,
    })
    const set = await clerk().create('export-sets', { orderId: order.id, contractNo: 'LT-SC-26107' })
    expect(set).toMatchObject({ status: 'collecting', buyer: 'Al Noor LLC', missing: 9 })
    const complete = () => clerk().post(`/export-sets/${set.id}/complete`)
    const refused = await complete()
    expect(refused).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('还缺 9 项：商业发票、装箱单') },
    })

    const ticked = linesOf(set).map((line) => ({ ...line, present: line.name !== '提单' && line.required }))
    const some = await clerk().update('export-sets', set.id, { lines: ticked })
    const by = (await house().as('admin').list('users', { username: 'clerk' }))[0]?.id
    expect(some.missing).toBe(1)
    expect(linesOf(some)[0]).toMatchObject({ present: true, presentAt: expect.any(String), presentBy: by })
    expect((await complete()).text).toContain('还缺 1 项：提单。')

    const all = linesOf(some).map((line) => ({ ...line, present: true, no: 'COSU6381254790' }))
    const full = await house().as('sales').update('export-sets', set.id, { lines: all })
    expect(linesOf(full)[0]).toMatchObject({ presentAt: linesOf(some)[0]?.presentAt, presentBy: by })
    expect((await complete()).body).toMatchObject({ status: 'complete', missing: 0 })
    expect((await clerk().put(`/export-sets/${set.id}`, { goods: '阀门' })).status).toBe(409)
    await clerk().act('export-sets', set.id, 'reopen')
    expect((await clerk().update('export-sets', set.id, { goods: '阀门' })).goods).toBe('阀门')
  })

  it('prints its checklist under its own number, which a cancellation voids', async () => {
    await house().copySets()
    const order = await house().submitted()
    const other = await house().shipment()
    expect(await clerk().post('/export-sets', { orderId: order.id, shipmentId: other.id })).toMatchObject({
      status: 422,
      body: { errors: { shipmentId: '这张发货单不是该订单的。' } },
    })
    const lines = [
      { name: '合同', present: true, no: 'SC-1' },
      { name: '产地证', required: false },
    ]
    const { id } = await clerk().create('export-sets', { orderId: order.id, grossWeight: '9860.5', lines })
    const document = await clerk().act('export-sets', id, 'issue', { kind: 'export-checklist' })
    expect(document).toMatchObject({
      no: expect.stringMatching(/^BG20\d{6}-\d{4}$/),
      orderId: order.id,
      data: {
        order: { no: order.no },
        export: { grossKg: '9860.5' },
        lines: [
          { name: '合同', no: 'SC-1', done: true },
          { name: '产地证', required: false, done: false },
        ],
      },
    })
    await clerk().act('export-sets', id, 'complete')
    const again = await clerk().act('export-sets', id, 'issue', { kind: 'export-checklist' })
    expect(again).toMatchObject({ no: document.no, revision: 2 })
    await clerk().act('export-sets', id, 'cancel', { reason: '改走快递' })
    expect(await clerk().read('documents', again.id)).toMatchObject({ status: 'void' })
  })

  it('names the papers that are issued here, and its checklist bears their numbers', async () => {
    await house().copySets()
    const shipment = await house().shipment()
    const { orderId } = shipment
    const { id, lines } = await clerk().create('export-sets', { orderId, shipmentId: shipment.id })
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: '装箱单', kind: 'packing-list' }),
        expect.objectContaining({ name: '商业发票', kind: null }),
      ]),
    )
    const checklist = async () => {
      const { data } = await clerk().act('export-sets', id, 'issue', { kind: 'export-checklist' })
      return data
    }
    const bearing = (no: unknown) => ({
      lines: expect.arrayContaining([expect.objectContaining({ name: '装箱单', no })]),
    })
    expect(await checklist()).toMatchObject(bearing(null))
    const packing = await house()
      .as('warehouse')
      .act('shipments', shipment.id, 'issue', { kind: 'packing-list' })
    expect(await checklist()).toMatchObject(bearing(packing.no))
    const stray = await clerk().post('/export-sets', { orderId, lines: [{ name: '收据', kind: 'receipt' }] })
    expect(stray).toMatchObject({ status: 422, text: expect.stringContaining('请从中选择：销售订单') })
  })
})
