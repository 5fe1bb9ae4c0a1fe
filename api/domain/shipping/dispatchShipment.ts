import type { Action } from '../../engine/action.js'
import { text } from '../../engine/fields/index.js'
import { findRecords, insertRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { refuseWhileCancelling } from '../changeRequests/refuseWhileCancelling.js'
import { recomputeFulfilment } from '../orders/recomputeFulfilment.js'
import { awaitReturns } from '../printing/copies/awaitReturns.js'
import { reservations, shipments, stockMoves } from '../refs.js'
import { consumeStock, stockAt } from '../stock/balances.js'
import { requireCurrentPaper } from './requireCurrentPaper.js'

/** The goods leave: reservations are consumed, the ledger is written, the order's lines count as shipped. */
export const dispatchShipment: Action = {
  label: say('发出', 'Dispatch'),
  icon: 'dispatch',
  tone: 'primary',
  allow: ['warehouse'],
  bulk: true,
  confirm: say('货已交给承运人？库存将随之扣减。', 'Have the goods left? Stock will be taken out.'),
  input: {
    code: text({
      label: say('单据二维码', "The paper's QR"),
      help: say(
        '用扫码枪扫随货单据；不是本单的有效单据，就不会发出。',
        'Scan the paper that goes along; nothing leaves by a paper that is not current.',
      ),
      max: 200,
    }),
  },
  async run(context, shipment, { code }) {
    await refuseWhileCancelling(context, Number(shipment.orderId))
    await requireCurrentPaper(context, shipment, code)
    const by = context.who.kind === 'user' ? context.who.id : null
    const held = await findRecords(
      context,
      reservations,
      { shipmentId: shipment.id, status: 'active' },
      { order: ['productId', 'ASC'] },
    )
    const shipped = new Map<number, number>()
    for (const one of held) {
      await consumeStock(context, one, one.quantity)
      await updateRecord(context, reservations, one, { status: 'shipped' }, 'dispatch')
      await insertRecord(context, stockMoves, {
        type: 'shipment',
        productId: one.productId,
        warehouseId: one.warehouseId,
        quality: 'good',
        quantity: -one.quantity,
        balanceAfter: (await stockAt(context, one)).onHand,
        source: shipment.no,
        movedBy: by,
      })
      shipped.set(one.orderLineId, (shipped.get(one.orderLineId) ?? 0) + one.quantity)
    }
    await updateRecord(
      context,
      shipments,
      { ...shipment, version: Number(shipment.version) },
      { status: 'dispatched', dispatchedAt: context.now, dispatchedBy: by },
      'dispatch',
    )
    await awaitReturns(context, shipment.id)
    await recomputeFulfilment(context, Number(shipment.orderId), shipped)
    return { resource: shipments, id: shipment.id }
  },
}
