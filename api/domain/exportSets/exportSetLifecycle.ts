import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const exportSetLifecycle = lifecycle({
  field: 'status',
  initial: 'collecting',
  states: {
    collecting: { label: say('备齐中', 'Collecting'), tone: 'warning' },
    complete: { label: say('已齐', 'Complete'), tone: 'success' },
    cancelled: { label: say('已取消', 'Cancelled'), tone: 'error' },
  },
  transitions: {
    complete: { from: ['collecting'], to: 'complete' },
    reopen: { from: ['complete'], to: 'collecting' },
    cancel: { from: ['collecting', 'complete'], to: 'cancelled' },
  },
})
