import type { Action } from '../../engine/action.js'
import { Invalid } from '../../engine/problems.js'
import { say } from '../../engine/text.js'
import { takeNumber } from '../numbers/takeNumber.js'
import { moveOrder } from './moveOrder.js'

/** Hands a draft over for confirmation. The order takes its number here, and keeps it for ever. */
export const submitOrder: Action = {
  label: say('提交', 'Submit'),
  icon: 'submit',
  tone: 'primary',
  allow: ['clerk', 'sales'],
  bulk: true,
  async run(context, order) {
    if (!Array.isArray(order.lines) || order.lines.length === 0)
      throw Invalid({
        lines: say('至少要有一行明细才能提交。', 'An order needs at least one line to be submitted.'),
      })
    const no = order.no ?? (await takeNumber(context, 'XS', { resource: 'orders', id: order.id }))
    return moveOrder(context, order, 'submit', { no })
  },
}
