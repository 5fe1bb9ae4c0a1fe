import type { Row } from '../../db/database.js'
import type { Value } from '../../db/driver.js'
import type { Context } from '../../engine/context.js'
import { dayOf, startOfDay } from '../../engine/day.js'
import { lineAmounts } from '../money/lineAmounts.js'
import { paidBy } from '../receipts/paidBy.js'

export type FactKind = 'shipment' | 'receipt' | 'reversal'

/** Something that changed what a customer owes, with the lines that a statement shows of it. Amounts in 分. */
export interface Fact {
  kind: FactKind
  id: number
  day: string
  no: string | null
  /** What it adds to the debt; payments are negative. */
  amount: number
  lines: { summary: string; quantity: number | null; unitPrice: number | null; amount: number }[]
}

export interface Whose {
  customerId: number
  /** The last day. */
  to: string
  /** Facts that other statements than this one have told are left out; null: all facts, told or not. */
  tellerId: number | null
  /** The first day, where older facts are not wanted. */
  from?: string
}

/** The facts of a customer, by day and number. */
export async function factsOf(context: Context, whose: Whose): Promise<Fact[]> {
  const facts = [
    ...(await shipped(context, whose)),
    ...(await received(context, whose)),
    ...(await reversed(context, whose)),
  ]
  const key = ({ day, kind, no, id }: Fact) => [day, kind === 'shipment' ? 0 : 1, no ?? '', id].join(' ')
  return facts.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Shipments that left, with the amounts that stand on their delivery notes. */
export async function shipped(context: Context, whose: Whose): Promise<Fact[]> {
  const rows = await context.db.select(
    `SELECT s.id, s.no, s.dispatchedAt, o.taxIncluded, sl.quantity, ol.name, ol.spec, ol.quantity AS ordered, ol.unitPrice, ol.taxRate, ol.grossAmount,
       (SELECT MAX(d.no) FROM documents d WHERE d.shipmentId = s.id AND d.kind = 'delivery-note' AND d.status <> 'void') AS noteNo
     FROM orders o JOIN shipments s ON s.orderId = o.id JOIN shipment_lines sl ON sl.parentId = s.id JOIN order_lines ol ON ol.id = sl.orderLineId
     WHERE o.customerId = ? AND s.status IN ('dispatched', 'delivered') AND s.dispatchedAt >= ? AND s.dispatchedAt < ? ${untold('shipment', 's.id', whose)}
     ORDER BY s.id, sl.lineNo`,
    [whose.customerId, whose.from ? startOfDay(whose.from) : '', startOfDay(whose.to, 1), ...teller(whose)],
    context.tx,
  )
  const facts = new Map<number, Fact>()
  for (const row of rows) {
    const id = Number(row.id)
    const fact: Fact = facts.get(id) ?? {
      kind: 'shipment',
      id,
      day: dayOf(String(row.dispatchedAt)),
      no: textOf(row.noteNo ?? row.no),
      amount: 0,
      lines: [],
    }
    facts.set(id, fact)
    const amount = grossOf(row)
    fact.amount += amount
    fact.lines.push({
      summary: [row.name, row.spec].filter(Boolean).join(' '),
      quantity: Number(row.quantity),
      unitPrice: withTax(row),
      amount,
    })
  }
  return [...facts.values()]
}

/** As on the delivery note: the order line's own amount when all of it was shipped at once. */
function grossOf(row: Row): number {
  const quantity = Number(row.quantity)
  if (quantity === Number(row.ordered)) return Number(row.grossAmount)
  return lineAmounts(quantity, Number(row.unitPrice), Number(row.taxRate), Boolean(row.taxIncluded))
    .grossAmount
}

/** In millionths of a yuan, with tax as the amounts are: whoever checks a line multiplies. */
function withTax({ taxIncluded, unitPrice, taxRate }: Row): number {
  return taxIncluded
    ? Number(unitPrice)
    : Math.round((Number(unitPrice) * (10_000 + Number(taxRate))) / 10_000)
}

async function received(context: Context, whose: Whose): Promise<Fact[]> {
  const rows = await context.db.select(
    `SELECT r.id, r.no, r.receivedOn, r.amount, r.method, r.purpose FROM receipts r
     WHERE r.customerId = ? AND r.status = 'received' AND r.receivedOn >= ? AND r.receivedOn <= ? ${untold('receipt', 'r.id', whose)}`,
    [whose.customerId, whose.from ?? '', whose.to, ...teller(whose)],
    context.tx,
  )
  return rows.map((row) => payment('receipt', row, String(row.receivedOn), -Number(row.amount), ''))
}

/** Receipts that a statement has told and that were voided afterwards: what was paid is owed again. */
async function reversed(context: Context, whose: Whose): Promise<Fact[]> {
  if (whose.tellerId === null) return []
  const rows = await context.db.select(
    `SELECT r.id, r.no, r.voidedAt, r.amount, r.method, r.purpose FROM receipts r JOIN statement_facts t ON t.kind = 'receipt' AND t.factId = r.id
     WHERE r.customerId = ? AND r.status = 'voided' AND t.statementId <> ? AND r.voidedAt < ? ${untold('reversal', 'r.id', whose)}`,
    [whose.customerId, whose.tellerId, startOfDay(whose.to, 1), ...teller(whose)],
    context.tx,
  )
  return rows.map((row) =>
    payment('reversal', row, dayOf(String(row.voidedAt)), Number(row.amount), '作废冲回 '),
  )
}

function payment(kind: FactKind, row: Row, day: string, amount: number, prefix: string): Fact {
  const method = Object.entries(paidBy).find(([value]) => value === row.method)?.[1].label.zh ?? ''
  const summary = `${prefix}${[method, row.purpose].filter(Boolean).join(' ')}`
  return {
    kind,
    id: Number(row.id),
    day,
    no: textOf(row.no),
    amount,
    lines: [{ summary, quantity: null, unitPrice: null, amount }],
  }
}

const untold = (kind: FactKind, id: string, { tellerId }: Whose) =>
  tellerId === null
    ? ''
    : `AND NOT EXISTS (SELECT 1 FROM statement_facts f WHERE f.kind = '${kind}' AND f.factId = ${id} AND f.statementId <> ?)`

const teller = ({ tellerId }: Whose): Value[] => (tellerId === null ? [] : [tellerId])

const textOf = (value: unknown): string | null => (value == null ? null : String(value))
