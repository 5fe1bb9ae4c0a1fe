import type { Action } from '../../engine/action.js'
import { text } from '../../engine/fields/index.js'
import { Conflict } from '../../engine/problems.js'
import { lockRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { cancelOrder } from '../orders/cancelOrder.js'
import { orderLifecycle } from '../orders/orderLifecycle.js'
import { reopenOrder } from '../orders/reopenOrder.js'
import { orders } from '../refs.js'
import { decide } from './decide.js'

/** Grants the request: a change takes the order back to its clerk, who alters and submits it again; or it is cancelled. */
export const approveRequest: Action = {
  label: say('同意', 'Approve'),
  icon: 'confirm',
  tone: 'primary',
  allow: ['confirmer', 'supervisor'],
  confirm: say(
    '变更：订单退回草稿，占用释放，已打印的单据失效。取消：订单取消，单据作废。',
    'A change takes the order back to draft, releases its stock and supersedes its papers. Cancelling cancels it and voids them.',
  ),
  input: { decision: text({ label: say('审批意见', 'Remark'), max: 200 }) },
  async run(context, request, { decision }) {
    const order = await lockRecord(context, orders, Number(request.orderId))
    if (order.status !== 'confirmed') {
      const { label } = orderLifecycle.states[order.status]
      throw Conflict(
        say(
          `订单现在是「${label.zh}」，不能再按这份申请处理；请不同意或撤回。`,
          `The order is "${label.en}" now and this request cannot be granted; refuse or withdraw it.`,
        ),
      )
    }
    const reason = `${String(request.no ?? '')} ${String(request.applicant)}：${String(request.reason)}`
    const why = reason.trim().slice(0, 200)
    const decided = await decide(context, request, 'approve', decision)
    if (request.kind === 'cancel')
      await cancelOrder.run(context, order, { reason: why }, context.catalog.get(orders.name).of)
    else await reopenOrder(context, order, why)
    return decided
  },
}
