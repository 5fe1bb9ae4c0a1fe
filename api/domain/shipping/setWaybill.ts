import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { integer, quantity, text } from '../../engine/fields/index.js'
import { Invalid } from '../../engine/problems.js'
import { updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { shipments } from '../refs.js'

const keep = say('不填则不变。', 'Empty: as it is.')

/** Notes the number under which a carrier takes the shipment. A label with another number is void. */
export const setWaybill: Action = {
  label: say('运单号', 'Waybill no.'),
  icon: 'waybill',
  tone: 'neutral',
  allow: ['warehouse'],
  when: { status: ['draft', 'issued', 'dispatched'] },
  input: {
    waybillNo: text({
      label: say('运单号', 'Waybill no.'),
      required: true,
      max: 30,
      help: say('用扫描枪扫面单条码，或手工录入。', 'Scan the bars of the waybill, or type the number.'),
    }),
    carrier: text({ label: say('承运商', 'Carrier'), max: 60, help: keep }),
    packages: integer({ label: say('件数', 'Packages'), min: 1, max: 999, help: keep }),
    weightKg: quantity({ label: say('重量 kg', 'Weight kg'), max: '99999', help: keep }),
  },
  async run(context, shipment, { waybillNo, carrier, packages, weightKg }) {
    const no = String(waybillNo).toUpperCase()
    await refuseForeign(context, shipment.id, Number(shipment.orderId), no)
    if (shipment.waybillNo !== null && shipment.waybillNo !== no)
      await voidDocuments(
        context,
        { subject: shipments.name, subjectId: shipment.id, kind: 'waybill-label' },
        `运单号改为 ${no}`,
      )
    const given = Object.entries({ carrier, packages, weightKg }).filter(([, value]) => value != null)
    await updateRecord(
      context,
      shipments,
      { ...shipment, version: Number(shipment.version) },
      { waybillNo: no, ...Object.fromEntries(given) },
      'waybill',
    )
    return { resource: shipments, id: shipment.id }
  },
}

/** One waybill may cover several shipments of a customer, but never the goods of two customers. */
async function refuseForeign({ db, tx }: Context, id: number, orderId: number, no: string): Promise<void> {
  if (!/^[\x21-\x7e]{4,30}$/.test(no))
    throw Invalid({
      waybillNo: say(
        '运单号是 4 到 30 位字母、数字或符号，中间没有空格；请重新扫描。',
        'A waybill number has 4 to 30 letters, figures or signs and no blanks; please scan it again.',
      ),
    })
  const [other] = await db.select(
    `SELECT s.no, o.customerName FROM shipments s JOIN orders o ON o.id = s.orderId
     WHERE s.waybillNo = ? AND s.id <> ? AND s.status <> 'cancelled'
       AND o.customerId <> (SELECT customerId FROM orders WHERE id = ?) LIMIT 1`,
    [no, id, orderId],
    tx,
  )
  if (other)
    throw Invalid({
      waybillNo: say(
        `这个运单号已用于「${String(other.customerName)}」的发货单 ${String(other.no ?? '(草稿)')}，请核对。`,
        `This number is that of shipment ${String(other.no ?? '(draft)')} of "${String(other.customerName)}"; please check.`,
      ),
    })
}
