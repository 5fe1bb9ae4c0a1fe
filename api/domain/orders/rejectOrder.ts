import type { Action } from '../../engine/action.js'
import { say } from '../../engine/text.js'
import { moveOrder } from './moveOrder.js'
import { reasonInput } from './reasonInput.js'

/** Sends a submitted order back to its clerk, with the reason. */
export const rejectOrder: Action = {
  label: say('退回', 'Reject'),
  icon: 'reject',
  tone: 'danger',
  allow: ['confirmer'],
  input: reasonInput,
  run: (context, order, { reason }) => moveOrder(context, order, 'reject', { rejectReason: reason }),
}
