import { isObject } from '../schema/valueAt'

const kept = [
  'customerId',
  'warehouseId',
  'channel',
  'urgency',
  'payMethod',
  'shipMethod',
  'shipTo',
  'taxIncluded',
  'specialRequirements',
]
const keptOfLine = ['productId', 'name', 'spec', 'unit', 'quantity', 'unitPrice', 'taxRate', 'remark']

const pick = (record: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(names.filter((name) => name in record).map((name) => [name, record[name]]))

/** A new order like an earlier one: same customer, terms and goods; its dates, numbers and states are its own. */
export const copyOfOrder = (order: Record<string, unknown>): Record<string, unknown> => ({
  ...pick(order, kept),
  lines: (Array.isArray(order.lines) ? order.lines : [])
    .filter(isObject)
    .map((line) => pick(line, keptOfLine)),
})
