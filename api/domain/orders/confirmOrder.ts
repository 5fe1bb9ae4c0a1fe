import type { Action } from '../../engine/action.js'
import { formatDecimal } from '../../engine/decimal.js'
import type { Context } from '../../engine/context.js'
import type { FieldErrors } from '../../engine/problem.js'
import { Conflict, Invalid } from '../../engine/problems.js'
import { insertRecords } from '../../engine/insertRecords.js'
import { lockRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { printByRule } from '../printing/auto/printByRule.js'
import { orders, reservations } from '../refs.js'
import { reserveStock, stockAt } from '../stock/balances.js'
import { OutOfStock } from '../stock/outOfStock.js'
import { issueOrder } from './issueOrder.js'
import { moveOrder } from './moveOrder.js'
import { asObjects } from '../../engine/shapes.js'

/** Confirms an order: every line's stock is reserved, or nothing is and each short line says by how much. */
export const confirmOrder: Action = {
  label: say('确认', 'Confirm'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['confirmer'],
  bulk: true,
  async run(context, order, _input, of) {
    const lines = asObjects(order.lines)
    if (lines.length === 0)
      throw Invalid({ lines: say('订单没有明细，不能确认。', 'An order without lines cannot be confirmed.') })
    const warehouseId =
      order.warehouseId == null ? await defaultWarehouse(context) : Number(order.warehouseId)
    const confirmed = await moveOrder(context, order, 'confirm', {
      warehouseId,
      fulfilment: 'reserved',
      lines: lines.map((line) => ({ ...line, reservedQuantity: line.quantity })),
    })
    await insertRecords(
      context,
      reservations,
      lines.map(({ id: orderLineId, productId, quantity }) => ({
        ...{ orderId: order.id, orderLineId, productId, warehouseId, quantity, status: 'active' },
      })),
      ['orderLineId'],
      'reserve',
    )
    await printByRule(context, 'confirm', { orderId: order.id, warehouseId }, async (wanted) =>
      issueOrder.run(context, await lockRecord(context, orders, order.id), wanted, of),
    )
    context.last.push(() => takeStock(context, warehouseId, lines))
    return confirmed
  },
}

/** In the order of products, so that two orders never wait for each other in a circle. */
async function takeStock(context: Context, warehouseId: number, lines: Stored[]): Promise<void> {
  const errors: FieldErrors[] = lines.map(() => ({}))
  let short = false
  const inKeyOrder = lines
    .map((line, at) => ({ line, at }))
    .sort((a, b) => Number(a.line.productId) - Number(b.line.productId))
  for (const { line, at } of inKeyOrder) {
    const key = { productId: Number(line.productId), warehouseId }
    const quantity = Number(line.quantity)
    if (await reserveStock(context, key, quantity)) continue
    short = true
    const { available } = await stockAt(context, key)
    errors[at] = {
      quantity: say(
        `缺货：需要 ${formatDecimal(quantity, 4)}，可用 ${formatDecimal(Math.max(available, 0), 4)}。`,
        `Short: ${formatDecimal(quantity, 4)} wanted, ${formatDecimal(Math.max(available, 0), 4)} available.`,
      ),
    }
  }
  if (short) throw OutOfStock({ lines: errors })
}

async function defaultWarehouse({ db, tx }: Context): Promise<number> {
  const [row] = await db.select('SELECT id FROM warehouses WHERE isDefault = 1', [], tx)
  if (!row)
    throw Conflict(
      say(
        '没有默认仓库：请在订单上选择仓库，或设置一个默认仓库。',
        'There is no default warehouse: choose one on the order, or set a default.',
      ),
      { warehouseId: say('请选择仓库。', 'Please choose a warehouse.') },
    )
  return Number(row.id)
}
