import type { Action } from '../../engine/action.js'
import { lockRecord, updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { exportSets } from '../refs.js'

/** Something was wrong after all: the set is worked on again. */
export const reopenExportSet: Action = {
  label: say('退回补件', 'Reopen'),
  icon: 'reject',
  allow: ['clerk', 'sales', 'supervisor'],
  async run(context, { id }) {
    const set = await lockRecord(context, exportSets, id)
    const changes = { status: 'collecting', completedAt: null, completedBy: null }
    await updateRecord(context, exportSets, set, changes, 'reopen')
    return { resource: exportSets, id }
  },
}
