import { lifecycle } from '../../../engine/lifecycle.js'
import { say } from '../../../engine/text.js'

/** Printing moves forward by what the print server reports; people cancel, hold, retry and decide. */
export const printJobLifecycle = lifecycle({
  field: 'status',
  initial: 'queued',
  states: {
    queued: { label: say('排队', 'Queued'), tone: 'neutral' },
    held: { label: say('挂起', 'Held'), tone: 'warning' },
    rendering: { label: say('排版中', 'Rendering'), tone: 'info' },
    sending: { label: say('发送中', 'Sending'), tone: 'info' },
    accepted: { label: say('打印机已接收', 'Accepted'), tone: 'info' },
    printing: { label: say('打印中', 'Printing'), tone: 'info' },
    printed: { label: say('已打印', 'Printed'), tone: 'success' },
    failed: { label: say('失败', 'Failed'), tone: 'error' },
    canceled: { label: say('已取消', 'Canceled'), tone: 'neutral' },
    expired: { label: say('已过期', 'Expired'), tone: 'neutral' },
    uncertain: { label: say('待确认', 'Uncertain'), tone: 'error' },
  },
  transitions: {
    render: { from: ['queued'], to: 'rendering' },
    send: { from: ['rendering', 'queued'], to: 'sending' },
    accept: { from: ['sending'], to: 'accepted' },
    print: { from: ['accepted'], to: 'printing' },
    finish: { from: ['sending', 'accepted', 'printing'], to: 'printed' },
    fail: { from: ['queued', 'rendering', 'sending', 'accepted', 'printing'], to: 'failed' },
    doubt: { from: ['sending', 'accepted', 'printing'], to: 'uncertain' },
    expire: { from: ['queued', 'held', 'rendering'], to: 'expired' },
    hold: { from: ['queued'], to: 'held' },
    release: { from: ['held'], to: 'queued' },
    retry: { from: ['failed', 'expired', 'canceled'], to: 'queued' },
    cancel: {
      from: ['queued', 'held', 'rendering', 'sending', 'accepted', 'printing', 'failed'],
      to: 'canceled',
    },
  },
})

/** Nothing more will happen to a job in one of these unless a person asks for it. */
export const finalStates: readonly string[] = ['printed', 'failed', 'canceled', 'expired', 'uncertain']
