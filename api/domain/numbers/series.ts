import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** The series of numbers, by the prefix that people know. */
export const series = {
  XS: { label: say('订单 XS', 'Orders XS') },
  FH: { label: say('发货单 FH', 'Shipments FH') },
  SH: { label: say('送货单 SH', 'Delivery notes SH') },
  JH: { label: say('拣货单 JH', 'Pick lists JH') },
  ZX: { label: say('装箱单 ZX', 'Packing lists ZX') },
  JJ: { label: say('交接单 JJ', 'Handovers JJ') },
  SJ: { label: say('收据 SJ', 'Receipts SJ') },
  DZ: { label: say('对账单 DZ', 'Statements DZ') },
  BG: { label: say('报关资料 BG', 'Export papers BG') },
  BQ: { label: say('变更申请 BQ', 'Change requests BQ') },
  QX: { label: say('取消申请 QX', 'Cancellation requests QX') },
  PD: { label: say('盘点 PD', 'Stocktakes PD') },
  PC: { label: say('打印批次 PC', 'Print batches PC') },
} satisfies Record<string, ChoiceValue>

export type Series = keyof typeof series
