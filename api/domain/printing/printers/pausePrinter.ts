import type { Action } from '../../../engine/action.js'
import { updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printers } from '../../refs.js'
import { tellWaiting } from '../jobs/tellWaiting.js'

/** Keeps new jobs back; what the printer already has, it finishes. */
export const pausePrinter: Action = {
  label: say('暂停', 'Pause'),
  icon: 'pause',
  tone: 'neutral',
  allow: ['warehouse', 'admin'],
  when: { paused: [false] },
  async run(context, printer) {
    const pausedBy = context.who.kind === 'user' ? context.who.id : null
    await updateRecord(
      context,
      printers,
      { ...printer, version: Number(printer.version) },
      { paused: true, pausedBy },
      'pause',
    )
    await tellWaiting(context, printer.id, ['paused'])
    return { resource: printers, id: printer.id }
  },
}
