import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

/** The records that papers are about and that numbers belong to, by their resource. */
export const subjects: Record<string, ChoiceValue> = {
  orders: { label: say('订单', 'Order') },
  shipments: { label: say('发货单', 'Shipment') },
  'change-requests': { label: say('变更申请', 'Change request') },
  handovers: { label: say('交接单', 'Handover') },
  receipts: { label: say('收款', 'Receipt') },
  statements: { label: say('对账单', 'Statement') },
  'export-sets': { label: say('报关资料', 'Export papers') },
  stocktakes: { label: say('盘点', 'Stocktake') },
}
