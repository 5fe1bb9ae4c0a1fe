import {
  boolean,
  choice,
  date,
  datetime,
  group,
  longtext,
  money,
  reference,
  text,
} from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { sales } from '../groups.js'
import { amountInWords } from '../money/amountInWords.js'
import { cancelOrder } from './cancelOrder.js'
import { confirmOrder } from './confirmOrder.js'
import { issueOrder } from './issueOrder.js'
import { houseSettings } from '../settings/houseSettings.js'
import { channels, fulfilments, payMethods, shipMethods, urgencies } from './orderChoices.js'
import { orderLifecycle } from './orderLifecycle.js'
import { orderLines } from './orderLines.js'
import { priceOrder } from './priceOrder.js'
import { rejectOrder } from './rejectOrder.js'
import { shipOrder } from './shipOrder.js'
import { submitOrder } from './submitOrder.js'

const writers = ['clerk', 'sales']

/** When, and by whom. */
const stamp = (zh: string, en: string) =>
  datetime({ label: say(`${zh}时间`, `${en} at`), readOnly: true, width: 130 })
const stampBy = (zh: string, en: string) =>
  reference('users', { label: say(`${zh}人`, `${en} by`), readOnly: true, width: 84 })

export const orders = resource('orders', {
  label: say('订单', 'Orders'),
  group: sales,
  icon: 'orders',
  title: 'no',
  fields: {
    no: text({ label: say('订单号', 'Order no.'), readOnly: true, unique: true, max: 30, width: 136 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: orderLifecycle.states,
      index: true,
      width: 90,
    }),
    fulfilment: choice({
      label: say('履行', 'Fulfilment'),
      required: true,
      readOnly: true,
      choices: fulfilments,
      default: 'none',
      width: 100,
    }),
    customerId: reference('customers', {
      label: say('客户', 'Customer'),
      required: true,
      index: true,
      width: 220,
    }),
    customerName: text({
      label: say('客户名称', 'Customer name'),
      readOnly: true,
      index: true,
      max: 100,
      width: 220,
    }),
    warehouseId: reference('warehouses', { label: say('仓库', 'Warehouse'), width: 120 }),
    channel: choice({
      label: say('接单渠道', 'Channel'),
      required: true,
      choices: channels,
      default: 'phone',
      width: 90,
    }),
    receivedAt: datetime({ label: say('接单时间', 'Received at'), index: true, width: 130 }),
    requestedDate: date({ label: say('要求交期', 'Deliver by'), index: true, width: 92 }),
    payMethod: choice({
      label: say('付款方式', 'Payment'),
      required: true,
      choices: payMethods,
      default: 'monthly',
      width: 100,
    }),
    shipMethod: choice({
      label: say('运输方式', 'Shipping'),
      required: true,
      choices: shipMethods,
      default: 'express',
      width: 100,
    }),
    urgency: choice({
      label: say('紧急程度', 'Urgency'),
      required: true,
      choices: urgencies,
      default: 'normal',
      width: 80,
    }),
    shipTo: group({
      label: say('收货信息', 'Ship to'),
      fields: {
        name: text({ label: say('收货人', 'Consignee'), max: 60 }),
        phone: text({ label: say('电话', 'Phone'), max: 40 }),
        address: text({ label: say('收货地址', 'Address'), max: 200 }),
      },
    }),
    taxIncluded: boolean({
      label: say('单价含税', 'Prices include tax'),
      required: true,
      default: true,
      width: 90,
    }),
    specialRequirements: longtext({ label: say('特殊要求', 'Special requirements'), max: 1000 }),
    netAmount: money({ label: say('不含税金额', 'Net'), required: true, readOnly: true, width: 120 }),
    taxAmount: money({ label: say('税额', 'Tax'), required: true, readOnly: true, width: 110 }),
    grossAmount: money({
      label: say('价税合计', 'Gross'),
      required: true,
      readOnly: true,
      index: true,
      width: 112,
    }),
    grossInWords: text({ label: say('合计大写', 'In words'), derived: 'record', readOnly: true }),
    lines: orderLines,
    rejectReason: text({ label: say('退回原因', 'Reason of rejection'), readOnly: true, max: 200 }),
    cancelReason: text({ label: say('取消原因', 'Reason of cancellation'), readOnly: true, max: 200 }),
    enteredAt: stamp('录入', 'Entered'),
    enteredBy: stampBy('录入', 'Entered'),
    submittedAt: stamp('提交', 'Submitted'),
    submittedBy: stampBy('提交', 'Submitted'),
    rejectedAt: stamp('退回', 'Rejected'),
    rejectedBy: stampBy('退回', 'Rejected'),
    confirmedAt: stamp('确认', 'Confirmed'),
    confirmedBy: stampBy('确认', 'Confirmed'),
    cancelledAt: stamp('取消', 'Cancelled'),
    cancelledBy: stampBy('取消', 'Cancelled'),
    completedAt: stamp('完成', 'Completed'),
  },
  grid: [
    'no',
    'status',
    'fulfilment',
    'customerName',
    'grossAmount',
    'urgency',
    'requestedDate',
    'channel',
    'enteredBy',
    'createdAt',
  ],
  form: [
    ['customerId', 'warehouseId'],
    ['channel', 'receivedAt', 'requestedDate', 'urgency'],
    ['payMethod', 'shipMethod', 'taxIncluded'],
    'shipTo',
    'lines',
    'specialRequirements',
  ],
  filters: [
    'status',
    'fulfilment',
    'customerId',
    'warehouseId',
    'channel',
    'urgency',
    'requestedDate',
    'createdAt',
    'grossAmount',
  ],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'customerName'] },
  importable: {
    columns: [
      'customerId',
      'warehouseId',
      'channel',
      'receivedAt',
      'requestedDate',
      'payMethod',
      'shipMethod',
      'urgency',
      'taxIncluded',
      'shipTo.name',
      'shipTo.phone',
      'shipTo.address',
      'specialRequirements',
      'lines.productId',
      'lines.quantity',
      'lines.unitPrice',
      'lines.taxRate',
      'lines.remark',
    ],
    groupBy: say('原单号', 'Source no.'),
  },
  rights: { read: everyone, create: writers, update: writers, delete: nobody },
  updateWhen: { status: ['draft'] },
  lifecycle: orderLifecycle,
  derive: { grossInWords: (order) => amountInWords(Number(order.grossAmount ?? 0)) },
  defaults: async (db, tx) => {
    const { taxIncluded, payMethod, shipMethod } = await houseSettings({ db, tx })
    return { taxIncluded, payMethod, shipMethod }
  },
  prepare: priceOrder,
  preview: true,
  actions: {
    submit: submitOrder,
    reject: rejectOrder,
    confirm: confirmOrder,
    cancel: cancelOrder,
    ship: shipOrder,
    issue: issueOrder,
  },
})
