import type { DocumentKind } from '../documents/documentKinds.js'

const copy = (
  copyNo: number,
  name: string,
  color: string,
  receiver: string,
  more: { showsPrice?: boolean; mustReturn?: boolean } = {},
) => ({ copyNo, name, color, receiver, showsPrice: true, mustReturn: false, ...more })

const set = (kind: DocumentKind, name: string, ...copies: ReturnType<typeof copy>[]) => ({
  kind,
  name,
  isDefault: true,
  mode: 'sheets',
  copies,
})

const noPrice = { showsPrice: false }
const back = { mustReturn: true }

/** What sales keeps, and what the customer signs. */
const filed = copy(1, '存根', 'white', '销售部')
const signed = copy(2, '客户', 'red', '客户', back)

/** 一式多联: which copies each kind of paper has until a house makes sets of its own. */
export const defaultCopySets = [
  set('sales-order', '销售订单两联', filed, signed),
  set(
    'dispatch-note',
    '发货单三联',
    filed,
    copy(2, '财务', 'red', '财务部'),
    copy(3, '仓库', 'yellow', '仓储部', noPrice),
  ),
  set(
    'delivery-note',
    '送货单三联',
    filed,
    copy(2, '客户', 'red', '客户'),
    copy(3, '财务', 'yellow', '财务部', back),
  ),
  set(
    'packing-list',
    '装箱单两联',
    copy(1, '仓库', 'white', '仓储部', noPrice),
    copy(2, '随货', 'red', '客户', noPrice),
  ),
  set('order-acknowledgement', '订单确认书两联', filed, signed),
  set('pick-list', '拣货单', copy(1, '拣货', 'white', '仓储部', noPrice)),
  set('waybill-label', '快递面单', copy(1, '面单', 'white', '承运商', noPrice)),
  set(
    'handover-sheet',
    '承运商交接单两联',
    copy(1, '仓库', 'white', '仓储部', { ...noPrice, ...back }),
    copy(2, '承运商', 'red', '承运商', noPrice),
  ),
  set('stocktake-sheet', '盘点表一联', copy(1, '盘点', 'white', '仓储部', { ...noPrice, ...back })),
  set(
    'receipt',
    '收据三联',
    copy(1, '存根', 'white', '财务部'),
    copy(2, '客户', 'red', '客户'),
    copy(3, '财务', 'yellow', '财务部'),
  ),
  set('statement', '对账单两联', copy(1, '客户', 'white', '客户', back), copy(2, '财务', 'red', '财务部')),
  set('export-checklist', '报关资料清单一联', copy(1, '单证', 'white', '单证部', noPrice)),
  set('change-request', '变更申请表两联', filed, signed),
  set('cancel-request', '取消申请表两联', filed, signed),
]
