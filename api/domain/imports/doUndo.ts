import { undoBlockers } from '../../engine/import/undoBlockers.js'
import { undoMany } from '../../engine/import/undoMany.js'
import { Problem } from '../../engine/problem.js'
import { Conflict } from '../../engine/problems.js'
import { write } from '../../engine/unitOfWork.js'
import { changeImport, changeWithin, requestIdOf, type Work } from './changeImport.js'
import type { Import } from './import.js'
import { importedIds } from './importedIds.js'
import { cannotUndo } from './undoImport.js'

const BATCH = 250

/** Takes everything back that the import has made, in one transaction; or nothing, and says why. */
export async function doUndo(work: Work, record: Import): Promise<void> {
  const entry = work.catalog.get(record.target)
  const reason = `撤销导入 ${record.id} / undo of import ${record.id}`
  try {
    await write({ ...work, requestId: requestIdOf(work) }, async (context) => {
      const ids = await importedIds(context, record.id)
      const blockers = await undoBlockers(context, entry, ids)
      if (blockers.length > 0) throw Conflict(cannotUndo(blockers))
      for (let at = 0; at < ids.length; at += BATCH) {
        await undoMany(context, entry, ids.slice(at, at + BATCH), reason)
        work.signal.throwIfAborted()
      }
      await changeWithin(context, work, {
        action: 'revert',
        values: { status: 'undone', progress: 100, undoneAt: context.now },
      })
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await changeImport(work, {
      action: 'finish',
      values: { status: 'done', progress: 100, error: error.text },
    })
  }
}
