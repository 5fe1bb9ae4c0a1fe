import type { Action } from '../../../engine/action.js'
import { updateRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { printerAlerts } from '../../refs.js'

/** Somebody has taken notice: the badge no longer counts it. The first one is kept. */
export const seenAlert: Action = {
  label: say('知道了', 'Seen'),
  icon: 'confirm',
  allow: ['clerk', 'warehouse', 'supervisor', 'admin'],
  when: { seenBy: [null] },
  bulk: true,
  async run(context, alert) {
    const seenBy = context.who.kind === 'user' ? context.who.id : null
    const before = { ...alert, version: Number(alert.version) }
    await updateRecord(context, printerAlerts, before, { seenBy, seenAt: context.now }, 'seen')
    return { resource: printerAlerts, id: alert.id }
  },
}
