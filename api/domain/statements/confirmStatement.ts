import type { Action } from '../../engine/action.js'
import { dayOf } from '../../engine/day.js'
import { choice, date, text } from '../../engine/fields/index.js'
import { Conflict, Invalid } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { userIdOf } from '../access/userIdOf.js'
import { statements } from '../refs.js'
import { evidences } from './evidences.js'

/** The customer agrees: who of them, when, and by what it can be shown. From now on the statement is final. */
export const confirmStatement: Action = {
  label: say('客户已确认', 'Confirmed'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['finance'],
  input: {
    confirmedBy: text({ label: say('客户确认人', 'Confirmed by'), required: true, max: 60 }),
    confirmedOn: date({ label: say('确认日期', 'Confirmed on'), required: true }),
    evidence: choice({
      label: say('凭据', 'Evidence'),
      required: true,
      choices: evidences,
      default: 'stamped',
    }),
    evidenceNote: text({
      label: say('凭据说明', 'About the evidence'),
      help: say('如：回执扫描件存档号、邮件日期', 'Such as where the slip is kept, or the date of the mail.'),
      max: 200,
    }),
  },
  async run(context, { id }, input) {
    const statement = await lockRecord(context, statements, id)
    if (String(input.confirmedOn) > dayOf(context.now))
      throw Invalid({
        confirmedOn: say('确认日期不能在今天以后。', 'It cannot have been confirmed after today.'),
      })
    const open = statement.disputes.find(({ outcome }) => outcome === null)
    if (open)
      throw Conflict(
        say(
          `异议「${open.no ?? open.reason}」还没有处理结果；请先点「填写处理结果」，或更正后重新出单。`,
          `The dispute "${open.no ?? open.reason}" has no outcome yet; settle it first, or issue a corrected statement.`,
        ),
      )
    const changes = { ...input, status: 'confirmed', confirmedAt: context.now, recordedBy: userIdOf(context) }
    await updateRecord(context, statements, statement, changes, 'confirm')
    return { resource: statements, id }
  },
}
