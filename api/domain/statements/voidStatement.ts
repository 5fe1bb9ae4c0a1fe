import type { Action } from '../../engine/action.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { voidNumber } from '../numbers/takeNumber.js'
import { reasonInput } from '../orders/reasonInput.js'
import { voidDocuments } from '../printing/documents/voidDocuments.js'
import { customers, statements } from '../refs.js'
import { forgetFacts } from './forgetFacts.js'
import { formerStatement } from './formerStatement.js'

/** Takes a statement back: its facts are told by the next one. Not once a later one builds on it. */
export const voidStatement: Action = {
  label: say('作废', 'Void'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['finance'],
  input: reasonInput,
  async run(context, { id }, { reason }) {
    const statement = await lockRecord(context, statements, id)
    await lockRecord(context, customers, statement.customerId)
    const newest = await formerStatement(context, statement.customerId, id)
    if (statement.status !== 'draft' && newest && newest.periodTo > statement.periodTo)
      throw Conflict(
        say(
          `之后的对账单 ${newest.no} 以这一份的期末为期初，不能作废；更正会列入下一份。`,
          `Statement ${newest.no} opens with the closing of this one, which can no longer be voided. Corrections go into the next.`,
        ),
      )
    await forgetFacts(context, id)
    await voidDocuments(context, { subject: statements.name, subjectId: id }, String(reason))
    if (statement.no !== null) await voidNumber(context, statement.no, String(reason))
    await updateRecord(context, statements, statement, { status: 'voided', voidReason: reason }, 'void')
    return { resource: statements, id }
  },
}
