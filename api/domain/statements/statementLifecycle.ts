import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const statementLifecycle = lifecycle({
  field: 'status',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft'), tone: 'neutral' },
    issued: { label: say('待确认', 'Issued'), tone: 'info' },
    disputed: { label: say('有异议', 'Disputed'), tone: 'warning' },
    confirmed: { label: say('已确认', 'Confirmed'), tone: 'success' },
    voided: { label: say('已作废', 'Void'), tone: 'error' },
  },
  transitions: {
    issue: { from: ['draft', 'issued', 'disputed'], to: 'issued' },
    dispute: { from: ['issued', 'disputed'], to: 'disputed' },
    confirm: { from: ['issued', 'disputed'], to: 'confirmed' },
    void: { from: ['draft', 'issued', 'disputed'], to: 'voided' },
  },
})
