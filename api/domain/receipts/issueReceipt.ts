import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { lockRecord } from '../../engine/records.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { amountInWords } from '../money/amountInWords.js'
import { frozenCustomer } from '../customers/frozenCustomer.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { receipts } from '../refs.js'
import { paidBy } from './paidBy.js'

/** Prints the receipt that the customer gets, under the number of the record. */
export const issueReceipt: Action = {
  label: say('打印收据', 'Issue'),
  icon: 'print',
  allow: ['finance'],
  when: { status: ['received'] },
  answers: 'documents',
  bulk: true,
  input: issueInput('receipt'),
  async run(context, { id }, input) {
    const receipt = await lockRecord(context, receipts, id)
    return issueDocument(context, {
      kind: 'receipt',
      subject: { name: receipts.name, id },
      customerId: receipt.customerId,
      warehouseId: null,
      input,
      freeze: () => freezeReceipt(context, receipt),
      takeNo: async () => String(receipt.no),
    })
  },
}

async function freezeReceipt(
  context: Context,
  { customerId, amount, receivedOn, purpose, method, voucherNo, account, lines }: RecordOf<typeof receipts>,
): Promise<Stored> {
  const paid = await context.db.select(
    `SELECT no FROM orders WHERE id IN (${['0', ...lines.map(() => '?')].join(', ')}) ORDER BY no`,
    lines.map(({ orderId }) => orderId),
    context.tx,
  )
  return {
    customer: await frozenCustomer(context, customerId),
    receipt: {
      receivedOn,
      amount,
      amountInWords: amountInWords(amount),
      purpose,
      method: { value: method, label: paidBy[method].label.zh },
      account,
      voucherNo,
      orders: paid.map(({ no }) => no),
    },
  }
}
