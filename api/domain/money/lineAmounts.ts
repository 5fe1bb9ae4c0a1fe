import { divideHalfUp } from '../../engine/decimal.js'

const QUANTITY = 10n ** 4n
const PRICE = 10n ** 6n
const RATE = 10n ** 4n
const FEN_PER_YUAN = 100n

export interface Amounts {
  netAmount: number
  taxAmount: number
  grossAmount: number
}

/**
 * The amounts of one line in 分, HALF_UP (data-model.md 3.5). Tax included: gross = quantity × price, tax is taken
 * out of it, net = gross − tax. Tax excluded: net = quantity × price, tax is added. net + tax = gross either way.
 *
 * @param quantity ×10⁴ @param unitPrice yuan ×10⁶ @param taxRate ×10⁴
 */
export function lineAmounts(
  quantity: number,
  unitPrice: number,
  taxRate: number,
  taxIncluded: boolean,
): Amounts {
  const amount = divideHalfUp(BigInt(quantity) * BigInt(unitPrice) * FEN_PER_YUAN, QUANTITY * PRICE)
  const rate = BigInt(taxRate)
  const tax = taxIncluded ? divideHalfUp(amount * rate, RATE + rate) : divideHalfUp(amount * rate, RATE)
  const net = taxIncluded ? amount - tax : amount
  return { netAmount: Number(net), taxAmount: Number(tax), grossAmount: Number(net + tax) }
}

/** The sums of lines; a header's amounts are never anything else. */
export function sumAmounts(lines: readonly Amounts[]): Amounts {
  const sum = { netAmount: 0, taxAmount: 0, grossAmount: 0 }
  for (const line of lines) {
    sum.netAmount += line.netAmount
    sum.taxAmount += line.taxAmount
    sum.grossAmount += line.grossAmount
  }
  return sum
}
