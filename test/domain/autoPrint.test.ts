import { describe, expect, it } from '@jest/globals'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  /** A warehouse where these papers print by themselves. */
  const warehouseWith = async (rules: [moment: string, kind: string][], fields: object = {}) => {
    await house().copySets()
    const warehouse = await house().warehouse({ ...fields })
    for (const [moment, kind] of rules)
      await house().as('admin').create('auto-prints', { moment, kind, warehouseId: warehouse.id })
    return warehouse
  }
  const papersOf = async (filter: object) =>
    (await house().as('auditor').list('documents', filter)).map(({ kind }) => kind)
  const problemsOf = (order: Rec) => house().as('clerk').list('print-problems', { orderId: order.id })

  describe('papers that print by themselves', () => {
    it('do so when an order is confirmed, and when a shipment is first issued', async () => {
      const { id: warehouseId } = await warehouseWith([
        ['confirm', 'sales-order'],
        ['issue', 'packing-list'],
        ['issue', 'delivery-note'],
      ])
      const order = await house().confirmed({ warehouseId })
      expect(order.status).toBe('confirmed')
      expect(await papersOf({ orderId: order.id })).toEqual(['sales-order'])
      const shipment = await house().shipment(order)
      await house().issued(shipment)
      await house().issued(shipment)
      // The second issue of the note is no first one: the packing list came once.
      expect(await papersOf({ shipmentId: shipment.id })).toEqual([
        'delivery-note',
        'packing-list',
        'delivery-note',
      ])
      expect(await problemsOf(order)).toEqual([])
    })

    it('do so at their own warehouse only', async () => {
      await warehouseWith([['confirm', 'sales-order']])
      const { id: warehouseId } = await house().warehouse()
      const order = await house().confirmed({ warehouseId })
      expect(await papersOf({ orderId: order.id })).toEqual([])
    })

    it('never hold up the work: what cannot be issued leaves nothing behind but a problem that says why', async () => {
      const { id: warehouseId } = await warehouseWith(
        [
          ['confirm', 'sales-order'],
          ['release', 'dispatch-note'],
        ],
        { printerId: null },
      )
      const order = await house().confirmed({ warehouseId })
      expect(order.status).toBe('confirmed')
      const shipment = await house().shipment(order)
      // The dispatch note would have issued it: that was taken back with the note.
      expect(shipment).toMatchObject({ status: 'draft', no: null })
      expect(await papersOf({ orderId: order.id })).toEqual([])
      const message = '没有适用的打印规则，仓库也没有设置打印机，请在这里选择一台。'
      const [one, two] = await problemsOf(order)
      expect([one, two]).toMatchObject([
        { kind: 'sales-order', moment: 'confirm', status: 'open', message, shipmentId: null },
        { kind: 'dispatch-note', moment: 'release', status: 'open', message, shipmentId: shipment.id },
      ])

      const printerId = (await house().printer()).id
      expect(
        await house().as('warehouse').act('print-problems', Number(two?.id), 'retry', { printerId }),
      ).toMatchObject({ status: 'solved', documentId: expect.any(Number) })
      expect(await house().as('auditor').read('shipments', shipment.id)).toMatchObject({ status: 'issued' })
      expect(
        await house().as('clerk').act('print-problems', Number(one?.id), 'dismiss', { note: '客户不要' }),
      ).toMatchObject({ status: 'dismissed', note: '客户不要' })
    })

    it('must fit the moment', async () => {
      expect(
        await house().as('admin').post('/auto-prints', { moment: 'confirm', kind: 'packing-list' }),
      ).toMatchObject({
        status: 422,
        body: { errors: { kind: '这个时机只能打印：销售订单、订单确认书。' } },
      })
    })
  })
})
