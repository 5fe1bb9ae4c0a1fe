import type { Action } from '../../engine/action.js'
import { updateRecord } from '../../engine/records.js'
import { declared } from '../../engine/shapes.js'
import { say } from '../../engine/text.js'
import { imports } from '../refs.js'
import type { Import } from './import.js'
import { makers } from './importRights.js'
import { allowedTarget } from './receiveFile.js'

/** Has the checked file imported, in the background: all of it or nothing. */
export const runImport: Action = {
  label: say('导入', 'Import'),
  allow: makers,
  tone: 'primary',
  async run(context, record) {
    const before = declared<Import>(record)
    allowedTarget(context.catalog, before.target, context.who)
    await updateRecord(context, imports, before, { status: 'running', progress: 0, error: null }, 'run')
    return { resource: imports, id: before.id }
  },
}
