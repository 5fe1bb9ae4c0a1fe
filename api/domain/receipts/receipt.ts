import { choice, date, datetime, lines, money, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyoneBut, nobody } from '../access/roles.js'
import { finance } from '../groups.js'
import { amountInWords } from '../money/amountInWords.js'
import { issueReceipt } from './issueReceipt.js'
import { paidBy } from './paidBy.js'
import { prepareReceipt } from './prepareReceipt.js'
import { receiptLifecycle } from './receiptLifecycle.js'
import { receiveMoney } from './receiveMoney.js'
import { voidReceipt } from './voidReceipt.js'

const draft = { status: ['draft'] }

/** 收款: money that a customer paid, and which orders it is for. What is for none yet may be allocated later. */
export const receipts = resource('receipts', {
  label: say('收款', 'Receipts'),
  group: finance,
  icon: 'receipts',
  title: 'no',
  fields: {
    no: text({ label: say('收据号', 'Receipt no.'), readOnly: true, unique: true, max: 30, width: 160 }),
    status: choice({
      label: say('状态', 'Status'),
      required: true,
      readOnly: true,
      choices: receiptLifecycle.states,
      index: true,
      width: 90,
    }),
    customerId: reference('customers', {
      label: say('客户', 'Customer'),
      required: true,
      index: true,
      writableWhen: draft,
      width: 220,
    }),
    customerName: text({
      label: say('客户名称', 'Customer name'),
      readOnly: true,
      index: true,
      max: 100,
      width: 220,
    }),
    amount: money({
      label: say('金额', 'Amount'),
      required: true,
      min: 1,
      max: 1e13,
      writableWhen: draft,
      width: 120,
    }),
    amountInWords: text({ label: say('大写', 'In words'), derived: 'record', readOnly: true }),
    method: choice({
      label: say('收款方式', 'Method'),
      required: true,
      choices: paidBy,
      default: 'transfer',
      writableWhen: draft,
      width: 100,
    }),
    receivedOn: date({
      label: say('收款日期', 'Received on'),
      help: say('不填则为今天。', 'Empty: today.'),
      index: true,
      writableWhen: draft,
      width: 110,
    }),
    account: text({
      label: say('入账账户', 'Account'),
      help: say('如：农行 1826、现金、微信商户', 'Where the money is: a bank account, the till …'),
      max: 100,
      writableWhen: draft,
      width: 140,
    }),
    voucherNo: text({
      label: say('凭证号', 'Voucher no.'),
      help: say('银行流水号、票据号等', 'The number of the transfer or the bill.'),
      max: 60,
      writableWhen: draft,
      width: 130,
    }),
    purpose: text({ label: say('收款事由', 'Purpose'), max: 100, writableWhen: draft, width: 160 }),
    allocated: money({ label: say('已分配', 'Allocated'), required: true, readOnly: true, width: 110 }),
    unallocated: money({ label: say('未分配', 'Unallocated'), required: true, readOnly: true, width: 110 }),
    lines: lines({
      label: say('对应订单', 'Paid orders'),
      table: 'receipt_lines',
      max: 200,
      writableWhen: { status: ['draft', 'received'] },
      fields: {
        orderId: reference('orders', { label: say('订单', 'Order'), required: true, width: 180 }),
        amount: money({ label: say('金额', 'Amount'), required: true, min: 1, width: 120 }),
      },
    }),
    remark: text({ label: say('备注', 'Remark'), max: 200, width: 160 }),
    voidReason: text({ label: say('作废原因', 'Reason of voiding'), readOnly: true, max: 200 }),
    receivedAt: datetime({ label: say('收款登记时间', 'Received at'), readOnly: true, width: 130 }),
    receivedBy: reference('users', { label: say('收款人', 'Received by'), readOnly: true, width: 100 }),
    voidedAt: datetime({ label: say('作废时间', 'Voided at'), readOnly: true, width: 130 }),
    voidedBy: reference('users', { label: say('作废人', 'Voided by'), readOnly: true, width: 100 }),
  },
  grid: [
    'no',
    'status',
    'customerName',
    'amount',
    'method',
    'receivedOn',
    'unallocated',
    'voucherNo',
    'createdAt',
  ],
  form: [
    ['customerId', 'amount'],
    ['method', 'receivedOn'],
    ['account', 'voucherNo'],
    'purpose',
    'lines',
    'remark',
  ],
  filters: ['status', 'customerId', 'method', 'receivedOn', 'amount', 'unallocated', 'createdAt'],
  tabs: 'status',
  sort: ['id', 'DESC'],
  search: { fields: ['no', 'customerName'] },
  rights: {
    read: everyoneBut('warehouse', 'service'),
    create: ['finance'],
    update: ['finance'],
    delete: nobody,
  },
  updateWhen: { status: ['draft', 'received'] },
  lifecycle: receiptLifecycle,
  derive: { amountInWords: (receipt) => amountInWords(Number(receipt.amount ?? 0)) },
  prepare: prepareReceipt,
  actions: { receive: receiveMoney, issue: issueReceipt, void: voidReceipt },
})
