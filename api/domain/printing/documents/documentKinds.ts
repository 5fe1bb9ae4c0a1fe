import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

export const documentKinds = {
  'sales-order': { label: say('销售订单', 'Sales order') },
  'dispatch-note': { label: say('发货单', 'Dispatch note') },
  'delivery-note': { label: say('送货单', 'Delivery note') },
  'packing-list': { label: say('装箱单', 'Packing list') },
  'order-acknowledgement': { label: say('订单确认书', 'Order acknowledgement') },
  'pick-list': { label: say('拣货单', 'Pick list') },
  'waybill-label': { label: say('快递面单', 'Waybill label') },
  'handover-sheet': { label: say('承运商交接单', 'Carrier handover sheet') },
  'stocktake-sheet': { label: say('盘点表', 'Stocktake sheet') },
  receipt: { label: say('收据', 'Receipt') },
  statement: { label: say('对账单', 'Statement of account') },
  'export-checklist': { label: say('报关资料清单', 'Export document checklist') },
  'change-request': { label: say('订单变更申请表', 'Order change request') },
  'cancel-request': { label: say('订单取消申请表', 'Order cancellation request') },
} satisfies Record<string, ChoiceValue>

export type DocumentKind = keyof typeof documentKinds

/** The kind that a validated input names. */
export function documentKind(value: unknown): DocumentKind {
  if (isDocumentKind(value)) return value
  throw new Error(`No document kind: ${String(value)}`)
}

const isDocumentKind = (value: unknown): value is DocumentKind =>
  typeof value === 'string' && Object.hasOwn(documentKinds, value)

/** What a template may be for: the documents, papers that nothing issues yet, and the printer's test page. */
export const templateKinds: Record<string, ChoiceValue> = {
  ...documentKinds,
  'batch-cover': { label: say('批次封面', 'Batch cover') },
  'test-page': { label: say('测试页', 'Test page') },
  'ruler-page': { label: say('标尺页', 'Ruler page') },
  'drift-page': { label: say('走纸测试', 'Drift of forms') },
}
