import { isObject } from '../schema/valueAt'
import { shiftPoint } from '../engine/values/decimal'

export interface OpenLine {
  orderLineId: number
  name: string
  unit: string
  /** Reserved and in no shipment yet, as a decimal string. */
  quantity: string
}

const PLACES = 4

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Sums exactly: quantities are decimal strings of at most four places. */
const sum = (quantities: string[]) =>
  shiftPoint(String(quantities.reduce((total, one) => total + Number(shiftPoint(one, PLACES)), 0)), -PLACES)

/** What of an order can be shipped now, line by line, in the order of its lines. */
export function openLines(
  order: Record<string, unknown>,
  reservations: Record<string, unknown>[],
): OpenLine[] {
  const lines = Array.isArray(order.lines) ? order.lines.filter(isObject) : []
  const open = reservations.filter((one) => one.shipmentId === null || one.shipmentId === undefined)
  return lines.flatMap((line) => {
    const own = open.filter((one) => one.orderLineId === line.id).map((one) => text(one.quantity))
    if (own.length === 0 || typeof line.id !== 'number') return []
    const name = [line.name, line.spec].map(text).filter(Boolean).join(' ')
    return [{ orderLineId: line.id, name, unit: text(line.unit), quantity: sum(own) }]
  })
}
