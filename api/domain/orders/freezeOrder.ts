import type { Context } from '../../engine/context.js'
import { formatDecimal, parseDecimal } from '../../engine/decimal.js'
import type { ChoiceValue } from '../../engine/fields/index.js'
import { lockRecord } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { amountInWords } from '../money/amountInWords.js'
import { lineAmounts, sumAmounts } from '../money/lineAmounts.js'
import { orders } from '../refs.js'
import { channels, payMethods, shipMethods, urgencies } from './orderChoices.js'

type Order = RecordOf<typeof orders>

/** A part of an order's line, as a shipment takes it. */
interface Part {
  orderLineId: number
  quantity: number
}

/**
 * What papers of an order show: customer, terms, lines with their amounts, totals. With `parts`, the lines are
 * those of a shipment, with the amounts of that part.
 */
export async function freezeOrder(
  context: Context,
  orderId: number,
  of: { parts?: Part[]; warehouseId?: number } = {},
): Promise<Stored> {
  const { db, tx } = context
  const order = await lockRecord(context, orders, orderId)
  const [customer] = await db.select(
    'SELECT code, name, contactName, phone, address, taxNo FROM customers WHERE id = ?',
    [order.customerId],
    tx,
  )
  const warehouseId = of.warehouseId ?? order.warehouseId ?? 0
  const [warehouse] = await db.select('SELECT code, name FROM warehouses WHERE id = ?', [warehouseId], tx)
  const [salesperson] = await db.select('SELECT name FROM users WHERE id = ?', [order.enteredBy ?? 0], tx)
  const whole = order.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity }))
  const lines = await frozenLines(context, order, of.parts ?? whole)
  const sums = sumAmounts(lines)
  return {
    customer: { ...customer },
    shipTo: order.shipTo ?? { name: null, phone: null, address: null },
    order: {
      no: order.no,
      channel: labelled(channels, order.channel),
      receivedAt: order.receivedAt,
      requestedDate: order.requestedDate,
      payMethod: labelled(payMethods, order.payMethod),
      shipMethod: labelled(shipMethods, order.shipMethod),
      urgency: labelled(urgencies, order.urgency),
      taxIncluded: order.taxIncluded,
      specialRequirements: order.specialRequirements,
      salesperson: salesperson?.name ?? null,
    },
    warehouse: warehouse ? { ...warehouse } : null,
    shipment: null,
    lines,
    totals: {
      quantity: formatDecimal(
        lines.reduce((sum, line) => sum + (parseDecimal(line.quantity, 4) ?? 0), 0),
        4,
      ),
      ...sums,
      grossInWords: amountInWords(sums.grossAmount),
    },
  }
}

async function frozenLines({ db, tx }: Context, order: Order, parts: Part[]) {
  const ids = order.lines.map((line) => line.productId)
  const codes =
    ids.length === 0
      ? []
      : await db.select(
          `SELECT id, barcode FROM products WHERE id IN (${ids.map(() => '?').join(', ')})`,
          ids,
          tx,
        )
  const barcodes = new Map(codes.map((row) => [Number(row.id), row.barcode]))
  return parts.map(({ orderLineId, quantity }, at) => {
    const line = order.lines.find(({ id }) => id === orderLineId)
    const [unitPrice, taxRate] = [line?.unitPrice ?? 0, line?.taxRate ?? 0]
    const whole = quantity === line?.quantity && line.grossAmount !== null
    const amounts = whole
      ? { netAmount: line.netAmount ?? 0, taxAmount: line.taxAmount ?? 0, grossAmount: line.grossAmount ?? 0 }
      : lineAmounts(quantity, unitPrice, taxRate, order.taxIncluded)
    return {
      lineNo: at + 1,
      productCode: line?.productCode ?? null,
      name: line?.name ?? null,
      spec: line?.spec ?? null,
      unit: line?.unit ?? null,
      quantity: formatDecimal(quantity, 4),
      unitPrice: formatDecimal(unitPrice, 6),
      taxRate: formatDecimal(taxRate, 4),
      ...amounts,
      remark: line?.remark ?? null,
      barcode: barcodes.get(line?.productId ?? 0) ?? null,
    }
  })
}

const labelled = (choices: Record<string, ChoiceValue>, value: string) => ({
  value,
  label: choices[value]?.label.zh ?? value,
})
