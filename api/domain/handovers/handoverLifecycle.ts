import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const handoverLifecycle = lifecycle({
  field: 'status',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft'), tone: 'neutral' },
    issued: { label: say('已出单', 'Issued'), tone: 'info' },
    'handed-over': { label: say('已交接', 'Handed over'), tone: 'success' },
    cancelled: { label: say('已取消', 'Cancelled'), tone: 'error' },
  },
  transitions: {
    issue: { from: ['draft', 'issued'], to: 'issued' },
    handOver: { from: ['issued'], to: 'handed-over' },
    cancel: { from: ['draft', 'issued'], to: 'cancelled' },
  },
})
