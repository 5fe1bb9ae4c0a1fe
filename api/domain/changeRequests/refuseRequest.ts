import type { Action } from '../../engine/action.js'
import { say } from '../../engine/text.js'
import { reasonInput } from '../orders/reasonInput.js'
import { decide } from './decide.js'

/** The order stays as it is, and the customer is told why. */
export const refuseRequest: Action = {
  label: say('不同意', 'Refuse'),
  icon: 'reject',
  tone: 'danger',
  allow: ['confirmer', 'supervisor'],
  input: reasonInput,
  run: (context, request, { reason }) => decide(context, request, 'refuse', reason),
}
