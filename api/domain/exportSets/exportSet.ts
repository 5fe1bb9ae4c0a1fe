import { choice, datetime, integer, quantity, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { sales } from '../groups.js'
import { cancelExportSet } from './cancelExportSet.js'
import { completeExportSet } from './completeExportSet.js'
import { exportItems } from './exportItems.js'
import { exportSetLifecycle } from './exportSetLifecycle.js'
import { issueExportSet } from './issueExportSet.js'
import { prepareExportSet } from './prepareExportSet.js'
import { reopenExportSet } from './reopenExportSet.js'

const weight = (zh: string, en: string) =>
  quantity({ label: say(zh, en), min: '0', max: '9999999', width: 90 })

/** 报关资料: the papers that customs and the buyer's bank ask for, complete only when every required one is there. */
export const exportSets = resource('export-sets', {
  label: say('报关资料', 'Export papers'),
  group: sales,
  icon: 'exportSet',
  title: 'no',
  fields: {
    no: text({ label: say('资料单号', 'Set no.'), readOnly: true, unique: true, max: 30, width: 160 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: exportSetLifecycle.states,
      index: true,
      width: 90,
    }),
    orderId: reference('orders', { label: say('订单', 'Order'), required: true, index: true, width: 160 }),
    shipmentId: reference('shipments', {
      label: say('发货单', 'Shipment'),
      help: say('只报这一票时填写。', 'When only this shipment is declared.'),
      index: true,
      width: 160,
    }),
    buyer: text({
      label: say('买方', 'Buyer'),
      help: say('不填则为订单的客户。', "Empty: the order's customer."),
      index: true,
      max: 120,
      width: 220,
    }),
    goods: text({ label: say('货物', 'Goods'), max: 200, width: 200 }),
    contractNo: text({ label: say('合同号', 'Contract no.'), max: 40, width: 120 }),
    invoiceNo: text({ label: say('发票号', 'Invoice no.'), max: 40, width: 120 }),
    packages: integer({ label: say('件数', 'Packages'), min: 0, max: 999_999, width: 80 }),
    grossWeight: weight('毛重 kg', 'Gross kg'),
    netWeight: weight('净重 kg', 'Net kg'),
    volume: weight('体积 m³', 'Volume m³'),
    tradeMode: text({ label: say('贸易方式', 'Trade mode'), max: 40, width: 110 }),
    terms: text({ label: say('成交方式', 'Terms'), max: 40, width: 110 }),
    portOfLoading: text({ label: say('起运港', 'Port of loading'), max: 60, width: 110 }),
    portOfDischarge: text({ label: say('目的港', 'Port of discharge'), max: 60, width: 110 }),
    vessel: text({ label: say('船名航次', 'Vessel'), max: 60, width: 140 }),
    billOfLading: text({ label: say('提单号', 'Bill of lading'), max: 40, width: 130 }),
    containerNo: text({ label: say('柜号', 'Container'), max: 60, width: 120 }),
    customsCutOff: datetime({ label: say('截关时间', 'Customs cut-off'), width: 130 }),
    documentsCutOff: datetime({ label: say('截单时间', 'Papers cut-off'), index: true, width: 130 }),
    missing: integer({ label: say('未齐', 'Missing'), required: true, readOnly: true, width: 70 }),
    lines: exportItems,
    cancelReason: text({ label: say('取消原因', 'Reason of cancellation'), readOnly: true, max: 200 }),
    completedAt: datetime({ label: say('齐备时间', 'Completed at'), readOnly: true, width: 130 }),
    completedBy: reference('users', { label: say('齐备登记人', 'Completed by'), readOnly: true, width: 100 }),
  },
  grid: ['no', 'status', 'orderId', 'buyer', 'contractNo', 'missing', 'documentsCutOff', 'createdAt'],
  form: [
    ['orderId', 'shipmentId', 'buyer'],
    ['contractNo', 'invoiceNo', 'tradeMode', 'terms'],
    ['portOfLoading', 'portOfDischarge', 'vessel', 'billOfLading'],
    ['containerNo', 'packages', 'grossWeight', 'netWeight', 'volume'],
    ['customsCutOff', 'documentsCutOff'],
    'goods',
    'lines',
  ],
  filters: ['status', 'orderId', 'documentsCutOff', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'buyer'] },
  rights: { read: everyone, create: ['clerk', 'sales'], update: ['clerk', 'sales'], delete: nobody },
  updateWhen: { status: ['collecting'] },
  lifecycle: exportSetLifecycle,
  prepare: prepareExportSet,
  actions: {
    complete: completeExportSet,
    issue: issueExportSet,
    reopen: reopenExportSet,
    cancel: cancelExportSet,
  },
})
