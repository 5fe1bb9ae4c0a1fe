import type { Context } from '../../engine/context.js'
import { divideHalfUp } from '../../engine/decimal.js'
import type { FieldErrors } from '../../engine/problem.js'
import { Invalid } from '../../engine/problems.js'
import type { Stored } from '../../engine/resource.js'
import { lineAmounts, sumAmounts } from '../money/lineAmounts.js'
import { asObject, asObjects } from '../../engine/shapes.js'

/** A hundred thousand million yuan in 分: more is a typing error, and sums stay exact integers. */
const MOST_FEN = 1e13

/**
 * Completes an order before it is stored: the customer's name and address and the products' texts, prices and
 * rates are copied (later changes there do not touch it), and every amount is computed here and nowhere else.
 */
export async function priceOrder(context: Context, values: Stored, before: Stored | null): Promise<Stored> {
  const order: Stored = { ...before, ...values }
  const customer = await customerOf(context, order)
  const taxIncluded = order.taxIncluded !== false
  const given = asObjects(order.lines)
  const products = await productsOf(context, given)
  const lines = given.map((line) => pricedLine(line, products.get(Number(line.productId)), taxIncluded))
  refuseAbsurd(lines.map((line) => line.grossAmount))

  const completed: Stored = {
    ...values,
    lines,
    ...sumAmounts(lines),
    customerName: customer?.name ?? null,
    shipTo: await shipToOf(context, customer, values, before),
  }
  if (before) return completed
  return {
    ...completed,
    fulfilment: 'none',
    receivedAt: values.receivedAt ?? context.now,
    enteredAt: context.now,
    enteredBy: context.who.kind === 'user' ? context.who.id : null,
  }
}

const PLACE = ['name', 'phone', 'address']
const samePlace = (one: unknown, other: unknown) =>
  PLACE.every((field) => (asObject(one)[field] ?? null) === (asObject(other)[field] ?? null))

/**
 * Where the goods go: what a person typed, else the customer's own address. When an order goes to another customer,
 * the former one's own address goes with that customer, also where a form sends it back unchanged.
 */
async function shipToOf(
  context: Context,
  customer: Stored | undefined,
  values: Stored,
  before: Stored | null,
): Promise<unknown> {
  const given = values.shipTo ?? before?.shipTo
  const moved =
    before && values.customerId !== undefined && Number(values.customerId) !== Number(before.customerId)
  if (
    moved &&
    samePlace(given, before.shipTo) &&
    samePlace(given, placeOf(await customerOf(context, before)))
  )
    return placeOf(customer)
  return given ?? placeOf(customer)
}

const placeOf = (customer: Stored | undefined) => ({
  name: customer?.contactName ?? customer?.name ?? null,
  phone: customer?.phone ?? null,
  address: customer?.address ?? null,
})

const customerOf = (context: Context, order: Stored) =>
  one(context, 'SELECT name, contactName, phone, address FROM customers WHERE id = ?', order.customerId)

function pricedLine(line: Stored, product: Stored | undefined, taxIncluded: boolean) {
  const taxRate = Number(line.taxRate ?? product?.taxRate ?? 0)
  const unitPrice = Number(line.unitPrice ?? priceOf(product, taxRate, taxIncluded))
  return {
    ...line,
    productCode: product?.code ?? null,
    name: line.name ?? product?.name ?? null,
    spec: line.spec ?? product?.spec ?? null,
    unit: line.unit ?? product?.unit ?? null,
    taxRate,
    unitPrice,
    ...lineAmounts(Number(line.quantity), unitPrice, taxRate, taxIncluded),
    reservedQuantity: Number(line.reservedQuantity ?? 0),
    shippedQuantity: Number(line.shippedQuantity ?? 0),
  }
}

/** The product's list price includes tax; an order with prices before tax takes the tax out of it. */
function priceOf(product: Stored | undefined, taxRate: number, taxIncluded: boolean): number {
  const price = Number(product?.price ?? 0)
  if (taxIncluded) return price
  return Number(divideHalfUp(BigInt(price) * 10_000n, 10_000n + BigInt(taxRate)))
}

function refuseAbsurd(amounts: number[]): void {
  const errors: FieldErrors[] = amounts.map((amount): FieldErrors =>
    amount > MOST_FEN
      ? {
          quantity: {
            zh: '这一行的金额过大,请检查数量和单价。',
            en: 'The amount of this line is absurd; check quantity and price.',
          },
        }
      : {},
  )
  if (amounts.some((amount) => amount > MOST_FEN)) throw Invalid({ lines: errors })
}

async function productsOf({ db, tx }: Context, lines: Stored[]): Promise<Map<number, Stored>> {
  const ids = [...new Set(lines.map((line) => Number(line.productId)))]
  if (ids.length === 0) return new Map()
  const marks = ids.map(() => '?').join(', ')
  const rows = await db.select(
    `SELECT id, code, name, spec, unit, price, taxRate FROM products WHERE id IN (${marks})`,
    ids,
    tx,
  )
  return new Map(rows.map((row) => [Number(row.id), row]))
}

async function one({ db, tx }: Context, sql: string, id: unknown): Promise<Stored | undefined> {
  const [row] = await db.select(sql, [Number(id)], tx)
  return row
}
