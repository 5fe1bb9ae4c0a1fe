import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const stocktakeLifecycle = lifecycle({
  field: 'status',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft'), tone: 'neutral' },
    counting: { label: say('盘点中', 'Counting'), tone: 'warning' },
    counted: { label: say('待批准', 'Counted'), tone: 'info' },
    approved: { label: say('已批准', 'Approved'), tone: 'success' },
    cancelled: { label: say('已取消', 'Cancelled'), tone: 'error' },
  },
  transitions: {
    start: { from: ['draft'], to: 'counting' },
    finish: { from: ['counting'], to: 'counted' },
    recount: { from: ['counted'], to: 'counting' },
    approve: { from: ['counted'], to: 'approved' },
    cancel: { from: ['draft', 'counting', 'counted'], to: 'cancelled' },
  },
})
