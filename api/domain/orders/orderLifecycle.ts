import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const orderLifecycle = lifecycle({
  field: 'status',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft'), tone: 'neutral' },
    submitted: { label: say('待确认', 'Submitted'), tone: 'warning' },
    confirmed: { label: say('已确认', 'Confirmed'), tone: 'info' },
    completed: { label: say('已完成', 'Completed'), tone: 'success' },
    cancelled: { label: say('已取消', 'Cancelled'), tone: 'error' },
  },
  transitions: {
    submit: { from: ['draft'], to: 'submitted' },
    reject: { from: ['submitted'], to: 'draft' },
    confirm: { from: ['submitted'], to: 'confirmed' },
    reopen: { from: ['confirmed'], to: 'draft' },
    complete: { from: ['confirmed'], to: 'completed' },
    cancel: { from: ['draft', 'submitted', 'confirmed'], to: 'cancelled' },
  },
})
