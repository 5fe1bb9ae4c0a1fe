import { dayOf, startOfDay } from '../../api/engine/day.js'
import { formatDecimal } from '../../api/engine/decimal.js'
import { findRecords } from '../../api/engine/records.js'
import type { Stored } from '../../api/engine/resource.js'
import { printJobs } from '../../api/domain/refs.js'
import { stockAt } from '../../api/domain/stock/balances.js'
import { atDesk, type Desk, type House } from '../house.js'
import { receive } from '../openingStock.js'
import type { Trading } from './draft.js'
import { cancelReasons, carriers, rejectReasons } from './wording.js'

/** An order on its way, as far as it has come. */
export interface Progress {
  house: House
  trading: Trading
  body: Stored
  /** Who entered it: clerk or sales. */
  seller: string
  id: number
  shipmentIds: number[]
}

const UNIT = 10_000
const asText = (quantity: number): string => formatDecimal(quantity, 4)
const linesOf = ({ lines }: Stored): Stored[] =>
  Array.isArray(lines) ? lines.map((line: Stored) => line) : []

const orderVerb =
  (who: string, verb: string, input?: (order: Progress) => Stored) => (order: Progress, ago: number) =>
    atDesk(order.house, who, ago, (desk) => desk.act('orders', verb, order.id, input?.(order)))

const shipmentVerb = (verb: string) => async (order: Progress, ago: number) => {
  for (const id of order.shipmentIds)
    await atDesk(order.house, 'warehouse', ago, async (desk) => {
      const { status } = await desk.read('shipments', id)
      if (status === (verb === 'deliver' ? 'dispatched' : 'issued')) await desk.act('shipments', verb, id)
    })
}

async function ship(order: Progress, ago: number, wanted?: (lines: Stored[]) => Stored[]) {
  const { house, id } = order
  await atDesk(house, 'warehouse', ago, async (desk) => {
    const input = wanted ? { lines: wanted(linesOf(await desk.read('orders', id))) } : {}
    const shipment = await desk.act('orders', 'ship', id, input)
    await desk.update('shipments', shipment.id, { carrier: house.random.pick(carriers) })
    order.shipmentIds.push(shipment.id)
  })
}

async function issue(
  order: Progress,
  ago: number,
  input: Stored,
  then?: (desk: Desk, jobId: number) => Promise<unknown>,
) {
  await atDesk(order.house, 'warehouse', ago, async (desk) => {
    const { id } = await desk.act('shipments', 'issue', order.shipmentIds.at(-1) ?? 0, input)
    const [job] = await findRecords(desk.context, printJobs, { documentId: id })
    if (job) await then?.(desk, job.id)
  })
}

/** Goods that ran out are bought first; in the plain demo there are always enough. */
async function restock({ house, trading, id }: Progress, ago: number) {
  await atDesk(house, 'warehouse', ago, async (desk) => {
    const order = await desk.read('orders', id)
    const warehouseId = Number(order.warehouseId ?? trading.warehouses.main)
    const source = `CG${dayOf(desk.context.now).replaceAll('-', '')}`
    for (const { productId, quantity } of linesOf(order)) {
      const key = { productId: Number(productId), warehouseId }
      const { available } = await stockAt(desk.context, key)
      const wanted = Math.ceil(Number(quantity) / UNIT)
      if (available < wanted * UNIT) await receive(desk, { ...key, quantity: wanted * 20, source })
    }
  })
}

/** What people do with an order, each by the one whose work it is. */
export const verbs = {
  async enter(order: Progress, ago: number) {
    const { house, seller, body } = order
    await atDesk(house, seller, ago, async (desk) => {
      const now = desk.context.now
      const receivedAt = new Date(Date.parse(now) - house.random.int(3, 50) * 60_000).toISOString()
      const requestedDate = dayOf(startOfDay(dayOf(now), house.random.int(2, 9)))
      order.id = (await desk.create('orders', { ...body, receivedAt, requestedDate })).id
    })
  },
  submit: (order: Progress, ago: number) => orderVerb(order.seller, 'submit')(order, ago),
  reject: orderVerb('confirmer', 'reject', ({ house }) => ({ reason: house.random.pick(rejectReasons) })),
  async amend(order: Progress, ago: number) {
    await atDesk(order.house, order.seller, ago, (desk) =>
      desk.update('orders', order.id, { specialRequirements: '已与客户电话核实，按此执行。' }),
    )
  },
  async confirm(order: Progress, ago: number) {
    await restock(order, ago + 5)
    await orderVerb('confirmer', 'confirm')(order, ago)
  },
  withdraw: (order: Progress, ago: number) =>
    orderVerb(order.seller, 'cancel', ({ house }) => ({ reason: house.random.pick(cancelReasons) }))(
      order,
      ago,
    ),
  cancel: orderVerb('supervisor', 'cancel', ({ house }) => ({ reason: house.random.pick(cancelReasons) })),
  printOrder: orderVerb('clerk', 'issue', ({ trading }) => ({
    kind: 'sales-order',
    printerId: trading.officePrinterId,
  })),

  ship,
  /** All but the last line, and of the first line half. */
  shipPart: (order: Progress, ago: number) =>
    ship(order, ago, (lines) =>
      lines.slice(0, -1).map(({ id, quantity }, at) => {
        const units = Number(quantity) / UNIT
        return { orderLineId: id, quantity: asText((at === 0 ? Math.ceil(units / 2) : units) * UNIT) }
      }),
    ),
  issue: (order: Progress, ago: number) => issue(order, ago, { kind: 'delivery-note' }),
  /** Past papers stay out of the printer: the first start would print them all. Each can be reprinted. */
  issueUnprinted: (order: Progress, ago: number) =>
    issue(order, ago, { kind: 'delivery-note' }, (desk, jobId) => desk.act('print-jobs', 'cancel', jobId)),
  issueHeld: (order: Progress, ago: number) =>
    issue(order, ago, { kind: 'delivery-note' }, (desk, jobId) => desk.act('print-jobs', 'hold', jobId)),
  issueDispatchNote: (order: Progress, ago: number) => issue(order, ago, { kind: 'dispatch-note' }),
  issuePackingList: (order: Progress, ago: number) => issue(order, ago, { kind: 'packing-list' }),
  dispatch: shipmentVerb('dispatch'),
  deliver: shipmentVerb('deliver'),
}

export type Verb = keyof typeof verbs
