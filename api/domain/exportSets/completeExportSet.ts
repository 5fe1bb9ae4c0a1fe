import type { Action } from '../../engine/action.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { userIdOf } from '../access/userIdOf.js'
import { exportSets } from '../refs.js'

/** All is there: refused with the names of what is missing. */
export const completeExportSet: Action = {
  label: say('资料已齐', 'Complete'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['clerk', 'sales'],
  async run(context, { id }) {
    const set = await lockRecord(context, exportSets, id)
    const missing = set.lines.filter(({ required, present }) => required && !present)
    if (missing.length > 0 || set.lines.length === 0)
      throw Conflict(
        set.lines.length === 0
          ? say('还没有列出任何资料。', 'No papers are listed yet.')
          : say(
              `还缺 ${missing.length} 项：${missing.map(({ name }) => name).join('、')}。资料不齐不得放行装柜。`,
              `${missing.length} still missing: ${missing.map(({ name }) => name).join(', ')}. Nothing is loaded before all is there.`,
            ),
      )
    const changes = { status: 'complete', completedAt: context.now, completedBy: userIdOf(context) }
    await updateRecord(context, exportSets, set, changes, 'complete')
    return { resource: exportSets, id }
  },
}
