import { dayOf } from '../../api/engine/day.js'
import { lineAmounts, sumAmounts } from '../../api/domain/money/lineAmounts.js'
import type { Random } from '../random.js'
import type { Batch } from './batch.js'
import { courseOf, type Course } from './course.js'
import type { Ledger } from './ledger.js'
import type { Customer, MasterData, Product } from './masterData.js'
import type { Numbers } from './numbers.js'

/** Where made-up orders go. */
export interface Books {
  batch: Batch
  ledger: Ledger
  numbers: Numbers
  master: MasterData
  random: Random
  now: Date
}

const channels = ['phone', 'phone', 'phone', 'platform', 'platform', 'web', 'email', 'fax', 'walk-in']
const payMethods = ['monthly', 'monthly', 'monthly', 'prepaid', 'prepaid', 'cod', 'online', 'installments']
const shipMethods = ['express', 'express', 'freight', 'freight', 'own-truck', 'pickup']
const carriers = ['顺丰速运', '德邦物流', '中通快递', '安能物流', '自有车队']

interface Line {
  id: number
  product: Product
  /** ×10⁴ */
  quantity: number
  amounts: ReturnType<typeof lineAmounts>
}

/** Makes up one order that was entered at that instant (ms), with everything that has happened to it since. */
export function bulkOrder(books: Books, entered: number): void {
  const { batch, random, master } = books
  const course = courseOf(random, entered, books.now.getTime())
  const customer = favourite(random, master.customers)
  const [main = null] = master.warehouseIds
  const warehouseId = random.chance(0.8) ? main : random.pick(master.warehouseIds)
  const id = batch.nextId('orders')
  const lines = Array.from({ length: lineCount(random) }, () => inventLine(books))

  const no = course.submitted && books.numbers.take('XS', 'orders', id, course.submitted, 'bulk')
  addOrder(books, { id, no, course, customer, warehouseId, lines })
  lines.forEach((line, at) => addLine(batch, id, at + 1, line, course))
  if (course.confirmed && warehouseId !== null) fulfil(books, { id, course, customer, warehouseId, lines })
}

/** A few customers and goods make most of the business. */
function favourite<T>(random: Random, all: readonly T[]): T {
  const share = random.between(0, 1)
  const one = all[Math.floor(all.length * share * share * share)]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}

function lineCount(random: Random): number {
  const share = random.between(0, 1)
  return share < 0.45 ? 1 : share < 0.8 ? 2 : share < 0.95 ? 3 : random.int(4, 8)
}

function inventLine({ batch, random, master }: Books): Line {
  const product = favourite(random, master.products)
  const quantity = random.int(1, 40) * 10_000
  const amounts = lineAmounts(quantity, product.price, product.taxRate, true)
  return { id: batch.nextId('order_lines'), product, quantity, amounts }
}

interface Invented {
  id: number
  course: Course
  customer: Customer
  lines: Line[]
}

function addOrder(
  { batch, random, master: { staff } }: Books,
  {
    id,
    no,
    course,
    customer,
    warehouseId,
    lines,
  }: Invented & { no: string | null; warehouseId: number | null },
): void {
  const { entered, submitted, confirmed, cancelled, delivered } = course
  const steps = [submitted, confirmed, cancelled, course.dispatched, delivered].filter(Boolean)
  const sums = sumAmounts(lines.map(({ amounts }) => amounts))
  const wanted = dayOf(new Date(Date.parse(entered) + random.int(2, 12) * 86400_000))
  batch.add('orders', [
    ...[id, 1 + steps.length, entered, steps.at(-1) ?? entered],
    ...[no, course.status, course.fulfilment, customer.id, customer.name, warehouseId],
    ...[random.pick(channels), entered, wanted, random.pick(payMethods), random.pick(shipMethods)],
    ...[random.chance(0.06) ? 'urgent' : 'normal', customer.shipTo, 1],
    ...[sums.netAmount, sums.taxAmount, sums.grossAmount, cancelled && '客户取消', entered, staff.clerk],
    ...[submitted, submitted && staff.clerk, confirmed, confirmed && staff.confirmer],
    ...[cancelled, cancelled && staff.clerk, delivered],
  ])
}

function addLine(batch: Batch, orderId: number, lineNo: number, line: Line, course: Course): void {
  const { product, quantity, amounts } = line
  const gone = course.dispatched !== null
  batch.add('order_lines', [
    ...[line.id, orderId, lineNo, product.id, product.code, product.name, product.spec, product.unit],
    ...[quantity, product.price, product.taxRate, amounts.netAmount, amounts.taxAmount, amounts.grossAmount],
    ...[course.confirmed && !gone ? quantity : 0, gone ? quantity : 0],
  ])
}

/** Stock is received where it is short, reserved, and, as far as the order has come, shipped. */
function fulfil(books: Books, order: Invented & { warehouseId: number }): void {
  const { batch, ledger, random, master } = books
  const { course, warehouseId } = order
  const shipment = course.shipped === null ? null : addShipment(books, order, course.shipped)
  for (const { id, product, quantity } of order.lines) {
    const received = ledger.receive(product.id, warehouseId, quantity, random)
    const move = (type: string, at: string, change: number, source: string | null) =>
      batch.add('stock_moves', [
        ...[batch.nextId('stock_moves'), 1, at, at, type, product.id, warehouseId, 'good', change],
        ...[ledger.onHand(product.id, warehouseId), source, master.staff.warehouse],
      ])
    if (received > 0) move('receipt', course.entered, received, null)
    ledger.reserve(product.id, warehouseId, quantity)
    if (course.dispatched) {
      ledger.ship(product.id, warehouseId, quantity)
      move('shipment', course.dispatched, -quantity, shipment?.no ?? null)
    }
    const reserved = course.confirmed ?? course.entered
    batch.add('reservations', [
      ...[batch.nextId('reservations'), shipment ? 2 : 1, reserved, course.dispatched ?? reserved],
      ...[order.id, id, shipment?.id ?? null, product.id, warehouseId, quantity],
      course.dispatched ? 'shipped' : 'active',
    ])
  }
}

function addShipment(
  { batch, numbers, random, master }: Books,
  { id: orderId, course, customer, warehouseId, lines }: Invented & { warehouseId: number },
  shipped: string,
) {
  const { issued, dispatched, delivered } = course
  const id = batch.nextId('shipments')
  const no = issued && numbers.take('FH', 'shipments', id, issued, 'bulk')
  const steps = [issued, dispatched, delivered].filter(Boolean)
  batch.add('shipments', [
    ...[id, 1 + steps.length, shipped, steps.at(-1) ?? shipped],
    ...[no, orderId, customer.name, warehouseId, course.shipment, random.pick(carriers)],
    ...[issued, dispatched, dispatched && master.staff.warehouse, delivered],
  ])
  lines.forEach(({ id: lineId, product, quantity }, at) =>
    batch.add('shipment_lines', [
      ...[batch.nextId('shipment_lines'), id, at + 1, lineId],
      ...[product.id, product.name, product.spec, product.unit, quantity],
    ]),
  )
  return { id, no }
}
