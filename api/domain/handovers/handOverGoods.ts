import type { Action } from '../../engine/action.js'
import { longtext, text } from '../../engine/fields/index.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { handovers, shipments } from '../refs.js'
import { dispatchShipment } from '../shipping/dispatchShipment.js'

/** The carrier has signed: every shipment of the sheet leaves, in one commit, or none does and one says why. */
export const handOverGoods: Action = {
  label: say('交接完成', 'Handed over'),
  icon: 'deliver',
  tone: 'primary',
  allow: ['warehouse'],
  confirm: say(
    '双方已当面点清签字？单上全部发货单将发出，库存随之扣减。',
    'Have both sides counted and signed? All shipments of the sheet leave and their stock is taken out.',
  ),
  input: {
    receivedBy: text({ label: say('接货人', 'Received by'), required: true, max: 40 }),
    discrepancies: longtext({
      label: say('差异、破损', 'Discrepancies'),
      max: 1000,
      help: say('短少、破损等，写明是哪一票。', 'What is short or damaged, and of which shipment.'),
    }),
  },
  async run(context, { id }, { receivedBy, discrepancies }) {
    const handover = await lockRecord(context, handovers, id)
    const { of } = context.catalog.get(shipments.name)
    // In one order for everybody, so that two sheets never wait for each other in a circle.
    const ids = handover.lines.map(({ shipmentId }) => shipmentId).sort((a, b) => a - b)
    for (const shipmentId of ids) {
      const shipment = await lockRecord(context, shipments, shipmentId)
      if (shipment.status !== 'issued') {
        const state = of.lifecycle?.states[shipment.status]?.label
        throw Conflict(
          say(
            `发货单 ${shipment.no} 现在是「${state?.zh}」，不能随这张单交接；请修改交接单后重新打印。`,
            `Shipment ${shipment.no} is "${state?.en}" now and cannot be handed over with this sheet; change the sheet and print it again.`,
          ),
        )
      }
      await dispatchShipment.run(context, shipment, {}, of)
    }
    await updateRecord(
      context,
      handovers,
      handover,
      {
        status: 'handed-over',
        receivedBy,
        discrepancies: discrepancies ?? null,
        handedOverAt: context.now,
        handedOverBy: context.who.kind === 'user' ? context.who.id : null,
      },
      'handOver',
    )
    return { resource: handovers, id }
  },
}
