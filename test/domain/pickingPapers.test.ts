import { beforeAll, expect, it } from '@jest/globals'
import { asRec, type Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'

eachDatabase((house) => {
  const issue = (shipment: Rec, kind: string) =>
    house().as('warehouse').post(`/shipments/${shipment.id}/issue`, { kind })
  const read = (shipment: Rec) => house().as('auditor').read('shipments', shipment.id)
  const waybill = (shipment: Rec, input: object) =>
    house().as('warehouse').post(`/shipments/${shipment.id}/waybill`, input)

  beforeAll(() => house().copySets())

  it('acknowledges a confirmed order under its number, with the day promised; not one that waits', async () => {
    const order = await house().submitted({ requestedDate: '2026-12-01' })
    const acknowledge = (input: object) =>
      house()
        .as('clerk')
        .post(`/orders/${order.id}/issue`, { kind: 'order-acknowledgement', ...input })
    expect(await acknowledge({})).toMatchObject({
      status: 409,
      body: { message: '订单还没有确认，不能打印订单确认书。' },
    })
    await house().as('confirmer').act('orders', order.id, 'confirm')
    expect(await acknowledge({})).toMatchObject({
      status: 200,
      body: {
        no: order.no,
        revision: 1,
        customerName: order.customerName,
        data: { document: { title: '订单确认书' }, order: { promisedDate: '2026-12-01' } },
      },
    })
    expect(await acknowledge({ promisedDate: '2026-12-03' })).toMatchObject({
      body: { no: order.no, revision: 2, data: { order: { promisedDate: '2026-12-03' } } },
    })
  })

  it('gives the picker a list by product code, with shelves and care, without prices, of a draft that stays one', async () => {
    const warehouse = await house().mainWarehouse()
    const [vase, cup] = [
      await house().product({ code: 'PK-B', shelf: 'A-02-1', handling: ['fragile', 'this-side-up'] }),
      await house().product({ code: 'PK-A' }),
    ]
    for (const product of [vase, cup]) await house().stock(product, warehouse, 10)
    const order = await house().confirmed({
      lines: [
        { productId: vase.id, quantity: '2', remark: '双层箱' },
        { productId: cup.id, quantity: '3' },
      ],
    })
    const shipment = await house().shipment(order)
    const { body } = await issue(shipment, 'pick-list')
    const list = asRec(body)
    expect(list).toMatchObject({
      kind: 'pick-list',
      no: expect.stringMatching(/^JH20\d{6}-\d{4}$/),
      subject: 'shipments',
      shipmentId: shipment.id,
      data: {
        order: { no: order.no },
        shipment: { no: null },
        lines: [
          { productCode: 'PK-A', quantity: '3', shelf: null, handling: [] },
          {
            productCode: 'PK-B',
            quantity: '2',
            shelf: 'A-02-1',
            remark: '双层箱',
            handling: [{ label: '易碎' }, { label: '向上' }],
          },
        ],
        totals: { quantity: '5' },
      },
    })
    expect(JSON.stringify(list.data)).not.toMatch(/[Pp]rice|Amount/)
    expect(await read(shipment)).toMatchObject({ status: 'draft', no: null, version: 1 })
    await house().as('warehouse').act('shipments', shipment.id, 'cancel', { reason: '不发了' })
    expect(await house().as('auditor').read('documents', list.id)).toMatchObject({ status: 'void' })
  })

  it('labels every package with the waybill number, and what the courier collects', async () => {
    const customer = await house().customer({ name: '货到付款商行', address: '浙江省绍兴市柯桥区 1 号' })
    const shipment = await house().shipment(
      await house().confirmed({ customerId: customer.id, payMethod: 'cod' }),
    )
    expect(await issue(shipment, 'waybill-label')).toMatchObject({
      status: 409,
      body: { message: '还没有运单号：请先用「运单号」扫描或录入。' },
    })
    const input = { waybillNo: 'sf1402687951234', carrier: '顺丰速运', packages: 3, weightKg: '36.5' }
    expect(await waybill(shipment, input)).toMatchObject({
      status: 200,
      body: { waybillNo: 'SF1402687951234', carrier: '顺丰速运', packages: 3, weightKg: '36.5' },
    })
    const { body } = await issue(shipment, 'waybill-label')
    const label = asRec(body)
    expect(label).toMatchObject({
      no: 'SF1402687951234',
      revision: 1,
      customerName: '货到付款商行',
      data: {
        waybill: {
          no: 'SF1402687951234',
          destination: '浙江 绍兴 柯桥区',
          pieces: 3,
          weightKg: '36.5',
          collect: 1000,
        },
        recipient: { address: '浙江省绍兴市柯桥区 1 号' },
      },
    })
    expect(await read(shipment)).toMatchObject({ status: 'draft' })

    // Another number voids the label; the first one again makes its second revision.
    await waybill(shipment, { waybillNo: 'SF2' + '0'.repeat(12) })
    expect(await house().as('auditor').read('documents', label.id)).toMatchObject({
      status: 'void',
      voidReason: '运单号改为 SF2000000000000',
    })
    expect((await issue(shipment, 'waybill-label')).body).toMatchObject({ revision: 1 })
    expect((await waybill(shipment, { waybillNo: 'SF1402687951234' })).body).toMatchObject({ packages: 3 })
    expect((await issue(shipment, 'waybill-label')).body).toMatchObject({
      no: 'SF1402687951234',
      revision: 2,
    })
  })

  it('never lets one waybill carry the goods of two customers', async () => {
    const [mine, other] = [await house().shipment(), await house().shipment()]
    await waybill(mine, { waybillNo: 'YT7700112233' })
    const refused = await waybill(other, { waybillNo: 'yt7700112233' })
    expect(refused).toMatchObject({ status: 422 })
    expect(JSON.stringify(refused.body)).toContain(`这个运单号已用于「${String(mine.customerName)}」的发货单`)
    expect(await waybill(other, { waybillNo: 'YT 77' })).toMatchObject({
      status: 422,
      body: { errors: { waybillNo: expect.stringContaining('中间没有空格') } },
    })
  })
})
