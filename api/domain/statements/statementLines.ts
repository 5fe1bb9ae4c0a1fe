import { choice, date, lines, money, price, quantity, text } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** What happened in the period, from shipments that left and money that came in; nobody types here. */
export const statementLines = lines({
  label: say('明细', 'Lines'),
  table: 'statement_lines',
  readOnly: true,
  fields: {
    day: date({ label: say('日期', 'Date'), required: true, width: 100 }),
    kind: choice({
      label: say('类别', 'Kind'),
      required: true,
      width: 80,
      choices: {
        shipment: { label: say('发货', 'Goods') },
        receipt: { label: say('收款', 'Payment') },
        reversal: { label: say('冲销', 'Taken back') },
      },
    }),
    no: text({ label: say('单号', 'No.'), max: 30, width: 150 }),
    summary: text({ label: say('摘要', 'What'), max: 200, width: 220 }),
    quantity: quantity({ label: say('数量', 'Quantity'), width: 80 }),
    unitPrice: price({ label: say('含税单价', 'Price with tax'), width: 100 }),
    charge: money({ label: say('应收', 'Charged'), width: 110 }),
    payment: money({ label: say('已收', 'Received'), width: 110 }),
    balance: money({ label: say('余额', 'Balance'), required: true, width: 120 }),
  },
})

/** What the customer does not agree with, and what came of it. */
export const statementDisputes = lines({
  label: say('异议', 'Disputes'),
  table: 'statement_disputes',
  readOnly: true,
  fields: {
    no: text({ label: say('单号', 'No.'), readOnly: true, max: 30, width: 150 }),
    ourAmount: money({ label: say('我方金额', 'Ours'), readOnly: true, width: 110 }),
    claimedAmount: money({ label: say('客户金额', 'Claimed'), required: true, readOnly: true, width: 110 }),
    reason: text({ label: say('差异说明', 'Reason'), required: true, readOnly: true, max: 200, width: 200 }),
    outcome: text({ label: say('处理结果', 'Outcome'), readOnly: true, max: 200, width: 200 }),
  },
})
