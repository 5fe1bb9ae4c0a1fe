import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const shipmentLifecycle = lifecycle({
  field: 'status',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft'), tone: 'neutral' },
    issued: { label: say('已出单', 'Issued'), tone: 'info' },
    dispatched: { label: say('已发出', 'Dispatched'), tone: 'warning' },
    delivered: { label: say('已签收', 'Delivered'), tone: 'success' },
    cancelled: { label: say('已取消', 'Cancelled'), tone: 'error' },
  },
  transitions: {
    issue: { from: ['draft', 'issued'], to: 'issued' },
    dispatch: { from: ['issued'], to: 'dispatched' },
    deliver: { from: ['dispatched'], to: 'delivered' },
    cancel: { from: ['draft', 'issued'], to: 'cancelled' },
  },
})
