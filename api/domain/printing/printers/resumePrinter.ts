import type { Action } from '../../../engine/action.js'
import { updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printers } from '../../refs.js'
import { tellWaiting } from '../jobs/tellWaiting.js'

export const resumePrinter: Action = {
  label: say('恢复', 'Resume'),
  icon: 'resume',
  tone: 'primary',
  allow: ['warehouse', 'admin'],
  when: { paused: [true] },
  async run(context, printer) {
    await updateRecord(
      context,
      printers,
      { ...printer, version: Number(printer.version) },
      { paused: false, pausedBy: null },
      'resume',
    )
    await tellWaiting(context, printer.id, [])
    return { resource: printers, id: printer.id }
  },
}
