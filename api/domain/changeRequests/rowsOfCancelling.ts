import type { Context } from '../../engine/context.js'
import { formatDecimal } from '../../engine/decimal.js'
import { findRecords } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { shipments, type orders } from '../refs.js'
import { shipmentLifecycle } from '../shipping/shipmentLifecycle.js'

const row = (part: string, item: string, was: string, wanted: string, effect: string): Stored => ({
  part,
  item,
  was,
  wanted,
  effect,
  isPrice: false,
})

/** What cancelling an order does, line by line, in the words of the form. */
export async function rowsOfCancelling(context: Context, order: RecordOf<typeof orders>): Promise<Stored[]> {
  const underway = await findRecords(context, shipments, { orderId: order.id, status: ['draft', 'issued'] })
  return [
    row('整单', '状态', '已确认', '已取消', '订单不再执行'),
    ...order.lines.map(({ productCode, name, quantity, unit }, at) =>
      row(
        `第 ${at + 1} 行 ${productCode ?? ''} ${name ?? ''}`.slice(0, 160),
        '数量',
        `${formatDecimal(quantity, 4)} ${unit ?? ''}`.trim(),
        '取消',
        '释放库存占用',
      ),
    ),
    ...underway.map(({ no, id, status }) =>
      row(`发货单 ${no ?? `#${id}`}`, '状态', shipmentLifecycle.states[status].label.zh, '撤回', '单据作废'),
    ),
  ]
}
