import type { Action } from '../../engine/action.js'
import { say } from '../../engine/text.js'
import { reasonInput } from '../orders/reasonInput.js'
import { decide } from './decide.js'

/** The customer no longer wants it. */
export const withdrawRequest: Action = {
  label: say('撤回申请', 'Withdraw'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['clerk', 'sales'],
  input: reasonInput,
  run: (context, request, { reason }) => decide(context, request, 'withdraw', reason),
}
