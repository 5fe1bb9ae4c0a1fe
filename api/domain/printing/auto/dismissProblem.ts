import type { Action } from '../../../engine/action.js'
import { text } from '../../../engine/fields/index.js'
import { updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printProblems } from '../../refs.js'

/** Nobody needs this paper any more. */
export const dismissProblem: Action = {
  label: say('不用打了', 'Dismiss'),
  icon: 'cancel',
  tone: 'neutral',
  allow: ['clerk', 'warehouse'],
  when: { status: ['open'] },
  bulk: true,
  input: { note: text({ label: say('备注', 'Note'), max: 200 }) },
  async run(context, problem, { note }) {
    const before = { ...problem, version: Number(problem.version) }
    await updateRecord(context, printProblems, before, { status: 'dismissed', note: note ?? null }, 'dismiss')
    return { resource: printProblems, id: problem.id }
  },
}
