import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { userIdOf } from '../access/userIdOf.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { receipts } from '../refs.js'
import { checkAllocations } from './checkAllocations.js'

/** The money is there: the receipt gets its number, and from now on counts. */
export const receiveMoney: Action = {
  label: say('确认收款', 'Receive'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['finance'],
  bulk: true,
  confirm: say(
    '款项已到账？确认后金额不能再改，只能作废。',
    'Is the money there? The amount is final then; a mistake is voided.',
  ),
  async run(context, { id }) {
    const receipt = await lockRecord(context, receipts, id)
    await checkAllocations(context, receipt)
    const no = await takeNumber(context, 'SJ', { resource: 'receipts', id })
    const changes = { no, status: 'received', receivedAt: context.now, receivedBy: userIdOf(context) }
    await updateRecord(context, receipts, receipt, changes, 'receive')
    return { resource: receipts, id }
  },
}
