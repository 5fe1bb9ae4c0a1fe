import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const requestLifecycle = lifecycle({
  field: 'status',
  initial: 'open',
  states: {
    open: { label: say('待审批', 'Open'), tone: 'warning' },
    approved: { label: say('已同意', 'Approved'), tone: 'success' },
    refused: { label: say('不同意', 'Refused'), tone: 'error' },
    withdrawn: { label: say('已撤回', 'Withdrawn'), tone: 'neutral' },
  },
  transitions: {
    issue: { from: ['open'], to: 'open' },
    approve: { from: ['open'], to: 'approved' },
    refuse: { from: ['open'], to: 'refused' },
    withdraw: { from: ['open'], to: 'withdrawn' },
  },
})
