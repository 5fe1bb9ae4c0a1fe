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
  const completed = {
    ...values,
    ...(await customerTexts(context, order, before)),
    ...(await pricedLines(context, order, before)),
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

/** Copied when the customer is chosen. */
async function customerTexts(context: Context, order: Stored, before: Stored | null): Promise<Stored> {
  const isChosen = order.customerId !== before?.customerId
  const shipTo = order.shipTo ?? before?.shipTo
  if (!isChosen && shipTo != null) return { shipTo }
  const customer = await customerOf(context, order)
  if (!isChosen) return { shipTo: placeOf(customer) }
  const goesAlong = before !== null && (await isOwnPlace(context, shipTo, before))
  return {
    customerName: customer?.name ?? null,
    shipTo: goesAlong ? placeOf(customer) : (shipTo ?? placeOf(customer)),
  }
}

const PLACE = ['name', 'phone', 'address']
const samePlace = (one: unknown, other: unknown) =>
  PLACE.every((field) => (asObject(one)[field] ?? null) === (asObject(other)[field] ?? null))

/**
 * Goods go where a person typed, else to the customer's own address. When an order goes to another customer, the former
 * one's own address goes with that customer, also where a form sends it back unchanged.
 */
const isOwnPlace = async (context: Context, shipTo: unknown, before: Stored): Promise<boolean> =>
  samePlace(shipTo, before.shipTo) && samePlace(shipTo, placeOf(await customerOf(context, before)))

const placeOf = (customer: Stored | undefined) => ({
  name: customer?.contactName ?? customer?.name ?? null,
  phone: customer?.phone ?? null,
  address: customer?.address ?? null,
})

async function customerOf({ db, tx }: Context, { customerId }: Stored): Promise<Stored | undefined> {
  const [row] = await db.select(
    'SELECT name, contactName, phone, address FROM customers WHERE id = ?',
    [Number(customerId)],
    tx,
  )
  return row
}

/** What is computed of the lines and their sums; nothing when no line and no rule changes. */
async function pricedLines(context: Context, order: Stored, before: Stored | null): Promise<Stored> {
  if (before && order.lines === before.lines && order.taxIncluded === before.taxIncluded) return {}
  const known = new Map(asObjects(before?.lines).map((line) => [Number(line.id), line]))
  const given = asObjects(order.lines).map((line) => ({ line, was: known.get(Number(line.id)) }))
  const products = await productsOf(
    context,
    given.filter(needsProduct).map(({ line }) => Number(line.productId)),
  )
  const lines = given.map((one) =>
    pricedLine(one, products.get(Number(one.line.productId)), order.taxIncluded !== false),
  )
  refuseAbsurd(lines.map((line) => line.grossAmount))
  return { lines, ...sumAmounts(lines) }
}

/** A line as sent, and as it was stored. */
interface Given {
  line: Stored
  was: Stored | undefined
}

const copied = ['name', 'spec', 'unit', 'unitPrice', 'taxRate']

/** A line of another product than before takes what it lacks from there, and one of which something was cleared. */
const needsProduct = ({ line, was }: Given): boolean =>
  was?.productId !== line.productId || copied.some((name) => line[name] == null && was?.[name] != null)

function pricedLine({ line, was }: Given, product: Stored | undefined, taxIncluded: boolean) {
  const taxRate = Number(line.taxRate ?? product?.taxRate ?? 0)
  const unitPrice = Number(line.unitPrice ?? priceOf(product, taxRate, taxIncluded))
  return {
    ...line,
    productCode: (product ? product.code : was?.productCode) ?? null,
    name: line.name ?? product?.name ?? null,
    spec: line.spec ?? product?.spec ?? null,
    unit: line.unit ?? product?.unit ?? null,
    taxRate,
    unitPrice,
    ...lineAmounts(Number(line.quantity), unitPrice, taxRate, taxIncluded),
    // Never what was sent: stock alone knows.
    reservedQuantity: Number(was?.reservedQuantity ?? 0),
    shippedQuantity: Number(was?.shippedQuantity ?? 0),
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
            zh: '这一行的金额过大，请检查数量和单价。',
            en: 'The amount of this line is absurd; check quantity and price.',
          },
        }
      : {},
  )
  if (amounts.some((amount) => amount > MOST_FEN)) throw Invalid({ lines: errors })
}

async function productsOf({ db, tx }: Context, productIds: number[]): Promise<Map<number, Stored>> {
  const ids = [...new Set(productIds)]
  if (ids.length === 0) return new Map()
  const rows = await db.select(
    `SELECT id, code, name, spec, unit, price, taxRate FROM products WHERE id IN (${ids.map(() => '?').join(', ')})`,
    ids,
    tx,
  )
  return new Map(rows.map((row) => [Number(row.id), row]))
}
