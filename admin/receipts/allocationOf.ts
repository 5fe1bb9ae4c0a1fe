import { isObject } from '../schema/valueAt'

const fenOf = (value: unknown) => (Number.isSafeInteger(value) ? Number(value) : 0)

/** What of a receipt most likely goes to an order that was picked, in 分: all of the order, but no more than the other lines leave. */
export function allocationOf(gross: unknown, received: unknown, others: unknown[]): number | null {
  const due = fenOf(gross)
  if (due <= 0) return null
  const taken = others.reduce<number>((sum, line) => sum + (isObject(line) ? fenOf(line.amount) : 0), 0)
  const left = fenOf(received) - taken
  return left > 0 ? Math.min(due, left) : due
}
