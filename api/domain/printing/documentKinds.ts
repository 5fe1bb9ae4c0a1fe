import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

export const documentKinds = {
  'sales-order': { label: say('销售订单', 'Sales order') },
  'dispatch-note': { label: say('发货单', 'Dispatch note') },
  'delivery-note': { label: say('送货单', 'Delivery note') },
  'packing-list': { label: say('装箱单', 'Packing list') },
} satisfies Record<string, ChoiceValue>

export type DocumentKind = keyof typeof documentKinds

/** The kind that a validated input names. */
export function documentKind(value: unknown): DocumentKind {
  if (
    value === 'sales-order' ||
    value === 'dispatch-note' ||
    value === 'delivery-note' ||
    value === 'packing-list'
  )
    return value
  throw new Error(`No document kind: ${String(value)}`)
}

/** What a template may be for: the documents, and the printer's test page. */
export const templateKinds: Record<string, ChoiceValue> = {
  ...documentKinds,
  'test-page': { label: say('测试页', 'Test page') },
}
