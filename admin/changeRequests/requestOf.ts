import type { Row } from '../schema/row'
import { isObject, valueAt } from '../schema/valueAt'

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** The request that an order's page begins: what a customer may want otherwise, with what stands now. The words are those of the form, so Chinese. */
export function requestOf(order: Row): Record<string, unknown> {
  const row = (part: string, item: string, was: unknown) => ({
    part,
    item,
    was: text(was) || null,
    wanted: null,
    effect: null,
    isPrice: false,
  })
  const lines = Array.isArray(order.lines) ? order.lines.filter(isObject) : []
  return {
    kind: 'change',
    orderId: order.id,
    changes: [
      row('整单', '要求交期', order.requestedDate),
      row('整单', '收货地址', valueAt(order.shipTo, 'address')),
      ...lines.map((line, at) =>
        row(
          `第 ${at + 1} 行 ${text(line.productCode)} ${text(line.name)}`.slice(0, 160),
          '数量',
          `${text(line.quantity)} ${text(line.unit)}`.trim(),
        ),
      ),
    ],
  }
}
