import type { Action } from '../../engine/action.js'
import { formatDecimal } from '../../engine/decimal.js'
import type { Context } from '../../engine/context.js'
import { lines, integer, quantity, reference } from '../../engine/fields/index.js'
import type { FieldErrors } from '../../engine/problem.js'
import { Conflict, Invalid } from '../../engine/problems.js'
import { findRecords, insertRecord, lockRecord, updateRecord } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { refuseWhileCancelling } from '../changeRequests/refuseWhileCancelling.js'
import { printByRule } from '../printing/auto/printByRule.js'
import { reservations, shipments } from '../refs.js'
import { issuePaper } from '../shipping/issuePaper.js'
import { releaseStock, reserveStock, stockAt } from '../stock/balances.js'
import { OutOfStock } from '../stock/outOfStock.js'
import { asObjects } from '../../engine/shapes.js'

type Reservation = RecordOf<typeof reservations>

/**
 * Makes a draft shipment from reserved stock: all of it where no lines are given, else the lines and quantities given.
 * From another warehouse the reservation moves there first, by the same conditional update that made it.
 */
export const shipOrder: Action = {
  label: say('发货', 'Ship'),
  icon: 'ship',
  tone: 'primary',
  allow: ['warehouse'],
  when: { status: ['confirmed'] },
  bulk: true,
  answers: 'shipments',
  input: {
    warehouseId: reference('warehouses', { label: say('发货仓库', 'From warehouse') }),
    lines: lines({
      label: say('发货明细', 'Lines to ship'),
      table: 'none',
      fields: {
        orderLineId: integer({ label: say('订单行', 'Order line'), required: true, min: 1 }),
        quantity: quantity({ label: say('数量', 'Quantity'), required: true }),
      },
    }),
  },
  async run(context, order, input) {
    await refuseWhileCancelling(context, order.id)
    const open = (await findRecords(context, reservations, { orderId: order.id, status: 'active' })).filter(
      (one) => one.shipmentId === null,
    )
    if (open.length === 0)
      throw Conflict(say('这张订单没有待发的占用库存。', 'Nothing of this order is left to be shipped.'))
    if (Array.isArray(input.lines) && input.lines.length === 0) throw nothingGiven()
    const taken = Array.isArray(input.lines) ? await takeGiven(context, open, asObjects(input.lines)) : open
    const warehouseId = Number(input.warehouseId ?? order.warehouseId)
    const orderLines = asObjects(order.lines)

    const shipment = await insertRecord(context, shipments, {
      orderId: order.id,
      customerName: order.customerName,
      warehouseId,
      status: 'draft',
      lines: joined(taken).map(({ orderLineId, productId, quantity }) => {
        const line = orderLines.find(({ id }) => id === orderLineId)
        return { orderLineId, productId, name: line?.name, spec: line?.spec, unit: line?.unit, quantity }
      }),
    })
    await moveTo(context, taken, warehouseId)
    for (const one of taken)
      await updateRecord(context, reservations, one, { shipmentId: shipment.id, warehouseId }, 'ship')
    await printByRule(
      context,
      'release',
      { orderId: order.id, shipmentId: shipment.id, warehouseId },
      async (wanted) => issuePaper(context, await lockRecord(context, shipments, shipment.id), wanted),
    )
    return { resource: shipments, id: shipment.id }
  },
}

/** A list that is empty is a slip of the hand; only a list that is not given means all that is open. */
const nothingGiven = () =>
  Invalid({
    lines: say(
      '没有要发的数量：请至少填写一行的数量；要全部发货，请不要传 lines。',
      'Nothing to ship: give the quantity of at least one line. To ship all that is open, leave out `lines`.',
    ),
  })

/** One line per order line, however many reservations it is held by. */
function joined(taken: Reservation[]) {
  const lines = new Map<number, { orderLineId: number; productId: number; quantity: number }>()
  for (const { orderLineId, productId, quantity } of taken)
    lines.set(orderLineId, {
      orderLineId,
      productId,
      quantity: (lines.get(orderLineId)?.quantity ?? 0) + quantity,
    })
  return [...lines.values()]
}

/** Takes the wanted quantities out of the open reservations, splitting one where less than all of it is wanted. */
async function takeGiven(context: Context, open: Reservation[], wanted: Stored[]): Promise<Reservation[]> {
  const taken: Reservation[] = []
  const errors: FieldErrors[] = wanted.map(() => ({}))
  const rest = new Map(open.map((one) => [one.id, one]))
  for (const [at, line] of wanted.entries()) {
    let missing = Number(line.quantity)
    for (const one of [...rest.values()].filter((each) => each.orderLineId === Number(line.orderLineId))) {
      if (missing === 0) break
      rest.delete(one.id)
      const part = missing < one.quantity ? await split(context, one, missing) : one
      taken.push(part)
      missing -= part.quantity
    }
    if (missing > 0)
      errors[at] = {
        quantity: say(
          `多了 ${formatDecimal(missing, 4)}：这一行没有那么多待发的占用。`,
          `${formatDecimal(missing, 4)} too many: not that much of this line is left to ship.`,
        ),
      }
  }
  if (errors.some((error) => Object.keys(error).length > 0)) throw Invalid({ lines: errors })
  return taken
}

async function split(context: Context, one: Reservation, quantity: number): Promise<Reservation> {
  await updateRecord(context, reservations, one, { quantity: one.quantity - quantity }, 'split')
  const { orderId, orderLineId, productId, warehouseId, status } = one
  return insertRecord(
    context,
    reservations,
    { orderId, orderLineId, productId, warehouseId, status, quantity },
    'split',
  )
}

async function moveTo(context: Context, taken: Reservation[], warehouseId: number): Promise<void> {
  const errors: FieldErrors[] = taken.map(() => ({}))
  const moving = taken
    .map((one, at) => ({ one, at }))
    .filter(({ one }) => one.warehouseId !== warehouseId)
    .sort((a, b) => a.one.productId - b.one.productId)
  for (const { one, at } of moving) {
    const target = { productId: one.productId, warehouseId }
    if (await reserveStock(context, target, one.quantity)) await releaseStock(context, one, one.quantity)
    else {
      const { available } = await stockAt(context, target)
      errors[at] = {
        quantity: say(
          `该仓库缺货：需要 ${formatDecimal(one.quantity, 4)}，可用 ${formatDecimal(Math.max(available, 0), 4)}。`,
          `Short there: ${formatDecimal(one.quantity, 4)} wanted, ${formatDecimal(Math.max(available, 0), 4)} available.`,
        ),
      }
    }
  }
  if (errors.some((error) => Object.keys(error).length > 0)) throw OutOfStock({ lines: errors })
}
