import type { Action } from '../../engine/action.js'
import { text } from '../../engine/fields/index.js'
import { Conflict, Invalid } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { statements } from '../refs.js'

/** What came of a dispute: of the one about that number, or of the oldest that has no outcome yet. */
export const settleDispute: Action = {
  label: say('填写处理结果', 'Settle'),
  icon: 'approve',
  allow: ['finance'],
  when: { status: ['disputed'] },
  input: {
    outcome: text({
      label: say('处理结果', 'Outcome'),
      help: say('如：已电话说明，客户同意；下月折让 120 元', 'Such as: explained, they agree.'),
      required: true,
      max: 200,
    }),
    no: text({
      label: say('单号', 'No.'),
      help: say('不填则是最早一条还没有结果的异议。', 'Empty: the oldest dispute without an outcome.'),
      max: 30,
    }),
  },
  async run(context, { id }, { no, outcome }) {
    const statement = await lockRecord(context, statements, id)
    const open = statement.disputes.filter((dispute) => dispute.outcome === null)
    if (open.length === 0)
      throw Conflict(
        say(
          '所有异议都已有处理结果；客户同意后请点「客户已确认」，有更正请重新出单。',
          'Every dispute has an outcome; record the agreement, or issue a corrected statement.',
        ),
      )
    const settled = no == null ? open[0] : open.find((dispute) => dispute.no === no)
    if (!settled)
      throw Invalid({
        no: say('这个单号没有待处理的异议。', 'No dispute about this number waits for an outcome.'),
      })
    const disputes = statement.disputes.map((dispute) =>
      dispute.id === settled.id ? { ...dispute, outcome } : dispute,
    )
    await updateRecord(context, statements, statement, { disputes }, 'settle')
    return { resource: statements, id }
  },
}
