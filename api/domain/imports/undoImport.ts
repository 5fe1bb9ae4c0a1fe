import type { Action } from '../../engine/action.js'
import { undoBlockers } from '../../engine/import/undoBlockers.js'
import { Conflict } from '../../engine/problems.js'
import { updateRecord } from '../../engine/records.js'
import { declared } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'
import { imports } from '../refs.js'
import type { Import } from './import.js'
import { importedIds } from './importedIds.js'
import { makers } from './importRights.js'

/** Takes back exactly what an import has made, unless it is used or was changed since. */
export const undoImport: Action = {
  label: say('撤销导入', 'Undo'),
  allow: makers,
  tone: 'danger',
  confirm: say(
    '将撤销这次导入的全部记录。如果其中有记录已被使用或修改，则什么都不会撤销。',
    'All records of this import will be taken back. If one of them is used or was changed, nothing is.',
  ),
  async run(context, record) {
    const before = declared<Import>(record)
    const entry = context.catalog.get(before.target)
    const blockers = await undoBlockers(context, entry, await importedIds(context, before.id))
    if (blockers.length > 0) throw Conflict(cannotUndo(blockers))
    await updateRecord(context, imports, before, { status: 'undoing', progress: 0, error: null }, 'undo')
    return { resource: imports, id: before.id }
  },
}

export const cannotUndo = (blockers: readonly Text2[]): Text2 =>
  say(
    `不能撤销：${blockers.map(({ zh }) => zh).join('；')}。什么都没有改动。`,
    `It cannot be undone: ${blockers.map(({ en }) => en).join('; ')}. Nothing was changed.`,
  )
