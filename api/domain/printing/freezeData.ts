import type { Context } from '../../engine/context.js'
import { formatDecimal, parseDecimal } from '../../engine/decimal.js'
import type { ChoiceValue } from '../../engine/fields/index.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { lockRecord } from '../../engine/records.js'
import { amountInWords } from '../money/amountInWords.js'
import { lineAmounts, sumAmounts } from '../money/lineAmounts.js'
import { channels, payMethods, shipMethods, urgencies } from '../orders/orderChoices.js'
import { orders } from '../refs.js'
import { documentKinds, type DocumentKind } from './documentKinds.js'
import { asObjects } from '../../engine/shapes.js'

type Order = RecordOf<typeof orders>

export interface Subject {
  kind: DocumentKind
  no: string
  revision: number
  orderId: number
  /** The shipment with its lines, for papers of goods; null for papers of the order. */
  shipment: (Stored & { id: number }) | null
}

/**
 * Everything that a template shows, as plain data: complete, so that no later change of a customer, a product or
 * the company alters a paper that was issued. The shape is the `sample.json` of the templates.
 */
export async function freezeData(context: Context, subject: Subject): Promise<Stored> {
  const { db, tx, now, who } = context
  const order = await lockRecord(context, orders, subject.orderId)
  const [company] = await db.select(
    'SELECT name, taxNo, phone, address, bank, logo FROM company_profile',
    [],
    tx,
  )
  const [customer] = await db.select(
    'SELECT code, name, contactName, phone, address, taxNo FROM customers WHERE id = ?',
    [order.customerId],
    tx,
  )
  const warehouseId = Number(subject.shipment?.warehouseId ?? order.warehouseId ?? 0)
  const [warehouse] = await db.select('SELECT code, name FROM warehouses WHERE id = ?', [warehouseId], tx)
  const [salesperson] = await db.select('SELECT name FROM users WHERE id = ?', [order.enteredBy ?? 0], tx)
  const lines = await frozenLines(context, order, subject.shipment)
  const sums = sumAmounts(lines)
  return {
    company: { name: '', taxNo: null, phone: null, address: null, bank: null, logo: null, ...company },
    document: {
      kind: subject.kind,
      title: documentKinds[subject.kind].label.zh,
      no: subject.no,
      revision: subject.revision,
      issuedAt: now,
      issuedBy: who.name,
    },
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
    shipment: subject.shipment && { no: subject.shipment.no, carrier: subject.shipment.carrier ?? null },
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

/** The order's lines, or the shipped part of them with the amounts of that part. */
async function frozenLines({ db, tx }: Context, order: Order, shipment: Stored | null) {
  const parts: Stored[] = shipment
    ? asObjects(shipment.lines)
    : order.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity }))
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
  return parts.map((part, at) => {
    const line = order.lines.find(({ id }) => id === Number(part.orderLineId))
    const quantity = Number(part.quantity)
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
