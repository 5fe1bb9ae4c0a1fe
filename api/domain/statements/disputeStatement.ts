import type { Action } from '../../engine/action.js'
import { money, text } from '../../engine/fields/index.js'
import { Invalid } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { statements } from '../refs.js'

/** The customer does not agree: about one number of the statement, or about its closing balance. */
export const disputeStatement: Action = {
  label: say('客户有异议', 'Disputed'),
  icon: 'resolve',
  allow: ['finance'],
  input: {
    no: text({
      label: say('单号', 'No.'),
      help: say('不填则是对期末余额的异议。', 'Empty: it is about the closing balance.'),
      max: 30,
    }),
    claimedAmount: money({ label: say('客户认为的金额', 'Amount claimed'), required: true }),
    reason: text({ label: say('差异说明', 'Reason'), required: true, max: 200 }),
  },
  async run(context, { id }, { no, claimedAmount, reason }) {
    const statement = await lockRecord(context, statements, id)
    const lines = statement.lines.filter((line) => line.no === no)
    if (no != null && lines.length === 0)
      throw Invalid({
        no: say('这份对账单上没有这个单号。', 'There is no such number on this statement.'),
      })
    const ourAmount =
      no == null
        ? statement.closing
        : lines.reduce((sum, { charge, payment }) => sum + (charge ?? 0) + (payment ?? 0), 0)
    const disputes = [...statement.disputes, { no, ourAmount, claimedAmount, reason, outcome: null }]
    await updateRecord(context, statements, statement, { status: 'disputed', disputes }, 'dispute')
    return { resource: statements, id }
  },
}
