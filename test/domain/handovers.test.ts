import { beforeAll, describe, expect, it } from '@jest/globals'
import { at } from '../support/at.js'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  const warehouse = () => house().as('warehouse')
  const read = (resource: string, id: unknown) => house().as('auditor').read(resource, Number(id))

  /** A shipment that is issued: its papers are out, its goods still here. */
  const issued = async (fields: Record<string, unknown> = {}): Promise<Rec> => {
    const shipment = await house().shipment(await house().confirmed(fields))
    await house().issued(shipment)
    return read('shipments', shipment.id)
  }
  const handover = (shipments: Rec[], fields: Record<string, unknown> = {}) =>
    warehouse().post('/handovers', {
      carrier: '顺丰速运',
      vehicle: '浙B·8K236',
      lines: shipments.map(({ id }) => ({ shipmentId: id })),
      ...fields,
    })
  const sheetOf = async (made: Rec) => asRec((await warehouse().post(`/handovers/${made.id}/issue`, {})).body)
  const handOver = (made: Rec, input: object = { receivedBy: '周海明' }) =>
    warehouse().post(`/handovers/${made.id}/handOver`, input)

  beforeAll(() => house().copySets())

  it('gathers shipments on one sheet with what the carrier must count, and sends them all off together', async () => {
    const address = { name: '陈', phone: '1', address: '浙江省绍兴市柯桥区 1 号' }
    const [one, two] = [await issued({ shipTo: address }), await issued()]
    await warehouse().act('shipments', one.id, 'waybill', {
      waybillNo: 'SF1402687951267',
      packages: 4,
      weightKg: '12.5',
    })
    const made = asRec((await handover([one, two])).body)
    expect(made).toMatchObject({ status: 'draft', no: null, packages: 5, weightKg: '12.5' })

    const sheet = await sheetOf(made)
    expect(sheet).toMatchObject({
      kind: 'handover-sheet',
      no: expect.stringMatching(/^JJ20\d{6}-\d{4}$/),
      subject: 'handovers',
      subjectId: made.id,
      orderId: null,
      shipmentId: null,
      data: {
        carrier: { name: '顺丰速运' },
        vehicle: { plate: '浙B·8K236' },
        lines: [
          {
            shipmentNo: one.no,
            waybillNo: 'SF1402687951267',
            destination: '浙江 绍兴 柯桥区',
            packages: '4',
            weightKg: '12.5',
          },
          { shipmentNo: two.no, packages: '1', weightKg: null },
        ],
        totals: { packages: '5', weightKg: '12.5' },
      },
    })
    const done = await handOver(made, { receivedBy: '周海明', discrepancies: '第 2 票外箱压痕' })
    expect(done).toMatchObject({
      status: 200,
      body: {
        status: 'handed-over',
        no: sheet.no,
        receivedBy: '周海明',
        discrepancies: '第 2 票外箱压痕',
        handedOverAt: expect.any(String),
      },
    })
    for (const { id } of [one, two]) expect((await read('shipments', id)).status).toBe('dispatched')
    expect((await handOver(made)).status).toBe(409)
  })

  it('sends nothing off when one shipment cannot go, and names it', async () => {
    const [one, gone] = [await issued(), await issued()]
    const made = asRec((await handover([one, gone])).body)
    await sheetOf(made)
    await warehouse().act('shipments', gone.id, 'cancel', { reason: '客户不要了' })
    expect(await handOver(made)).toMatchObject({
      status: 409,
      body: {
        message: `发货单 ${String(gone.no)} 现在是「已取消」，不能随这张单交接；请修改交接单后重新打印。`,
      },
    })
    expect((await read('shipments', one.id)).status).toBe('issued')

    // Taking it off the sheet makes the sheet a draft again: what is printed is no longer true.
    const lines = [at(made, 'lines.0')]
    const changed = await warehouse().update('handovers', made.id, { lines })
    expect(changed).toMatchObject({ status: 'draft', packages: 1 })
    const [old] = await warehouse().list('documents', { subject: 'handovers', subjectId: made.id })
    expect(old).toMatchObject({ status: 'superseded' })
    expect((await handOver(made)).status).toBe(409)
    expect(await sheetOf(made)).toMatchObject({ no: old?.no, revision: 2 })
    expect((await handOver(made)).status).toBe(200)
  })

  describe('a sheet that cannot be', () => {
    it('says why at each line', async () => {
      const [good, open, draft] = [await issued(), await issued(), await house().shipment()]
      const other = await house().warehouse()
      const elsewhere = await issued({ warehouseId: other.id })
      const sheet = asRec((await handover([open])).body)
      const refused = await handover([good, good, open, draft, elsewhere])
      expect(refused).toMatchObject({
        status: 422,
        body: {
          errors: {
            lines: [
              {},
              { shipmentId: `发货单 ${String(good.no)} 已经在前面列出。` },
              { shipmentId: `发货单 ${String(open.no)} 已在交接单 #${sheet.id} 上。` },
              { shipmentId: `发货单 #${draft.id} 是「草稿」，只有已出单、还没发出的才能交接。` },
              { shipmentId: expect.stringContaining('一张交接单只交一个仓库的货') },
            ],
          },
        },
      })
      expect((await handover([])).status).toBe(422)
      await warehouse().act('handovers', sheet.id, 'cancel', { reason: '车没来' })
      expect((await handover([open])).status).toBe(201)
    })

    it('is void once cancelled, its number kept with the reason', async () => {
      const made = asRec((await handover([await issued()])).body)
      const sheet = await sheetOf(made)
      await warehouse().act('handovers', made.id, 'cancel', { reason: '车没来' })
      expect(await read('documents', sheet.id)).toMatchObject({ status: 'void', voidReason: '车没来' })
      expect(await house().as('auditor').list('number-register', { number: sheet.no })).toMatchObject([
        { status: 'void', resource: 'handovers', reason: '车没来' },
      ])
    })
  })
})
