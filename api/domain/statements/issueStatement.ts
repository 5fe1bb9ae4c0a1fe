import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { dayOf } from '../../engine/day.js'
import { insertRows } from '../../engine/insertRows.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import type { RecordOf } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { userIdOf } from '../access/userIdOf.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { issueDocument } from '../printing/documents/issueDocument.js'
import { issueInput } from '../printing/documents/issueInput.js'
import { customers, statements } from '../refs.js'
import { computeStatement } from './computeStatement.js'
import { dayAfter } from './dayAfter.js'
import type { Fact } from './facts.js'
import { forgetFacts } from './forgetFacts.js'
import { freezeStatement } from './freezeStatement.js'

const DAYS_TO_REPLY = 7
const AT_ONCE = 500

/**
 * Freezes a statement as the facts are now, and prints it. Issued again after a correction, it is the next revision
 * under the same number, as long as the customer has not confirmed it and no later one is out.
 */
export const issueStatement: Action = {
  label: say('出单打印', 'Issue'),
  icon: 'print',
  tone: 'primary',
  allow: ['finance'],
  answers: 'documents',
  bulk: true,
  input: issueInput('statement'),
  async run(context, { id }, input) {
    const draft = await lockRecord(context, statements, id)
    // One after the other: the next one opens with what this one closes with.
    await lockRecord(context, customers, draft.customerId)
    const statement = await computed(context, draft)
    return issueDocument(context, {
      kind: 'statement',
      subject: { name: statements.name, id },
      customerId: statement.customerId,
      warehouseId: null,
      input,
      freeze: () => freezeStatement(context, statement),
      takeNo: async () => String(statement.no),
    })
  },
}

async function computed(context: Context, draft: RecordOf<typeof statements>) {
  const today = dayOf(context.now)
  if (draft.periodTo > today)
    throw Conflict(
      say(
        `期间到 ${draft.periodTo} 为止，还没有结束，不能出单。`,
        `The period ends on ${draft.periodTo} and is not over yet.`,
      ),
    )
  const { values, facts } = await computeStatement(context, draft)
  await tell(context, draft.id, facts)
  const no = draft.no ?? (await takeNumber(context, 'DZ', { resource: statements.name, id: draft.id }))
  return updateRecord<RecordOf<typeof statements>>(
    context,
    statements,
    draft,
    {
      ...values,
      no,
      status: 'issued',
      revision: (draft.revision ?? 0) + 1,
      replyBy: draft.replyBy ?? dayAfter(today, DAYS_TO_REPLY),
      issuedAt: context.now,
      issuedBy: userIdOf(context),
    },
    'issue',
  )
}

async function tell(context: Context, statementId: number, facts: readonly Fact[]): Promise<void> {
  await forgetFacts(context, statementId)
  for (let at = 0; at < facts.length; at += AT_ONCE)
    await insertRows(
      context.db.sequelize,
      'statement_facts',
      facts.slice(at, at + AT_ONCE).map(({ kind, id }) => ({ kind, factId: id, statementId })),
      context.tx,
    )
}
