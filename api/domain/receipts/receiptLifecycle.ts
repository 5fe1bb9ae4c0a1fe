import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

export const receiptLifecycle = lifecycle({
  field: 'status',
  initial: 'draft',
  states: {
    draft: { label: say('草稿', 'Draft'), tone: 'neutral' },
    received: { label: say('已收款', 'Received'), tone: 'success' },
    voided: { label: say('已作废', 'Void'), tone: 'error' },
  },
  transitions: {
    receive: { from: ['draft'], to: 'received' },
    void: { from: ['draft', 'received'], to: 'voided' },
  },
})
