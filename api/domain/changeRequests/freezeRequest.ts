import type { Context } from '../../engine/context.js'
import type { RecordOf, Stored } from '../../engine/resource.js'
import { asObject } from '../../engine/shapes.js'
import { amountInWords } from '../money/amountInWords.js'
import { freezeOrder } from '../orders/freezeOrder.js'
import type { changeRequests } from '../refs.js'

/** What the form shows that both sides sign: who asks for what and why, and what it touches. */
export async function freezeRequest(
  context: Context,
  request: RecordOf<typeof changeRequests>,
): Promise<Stored> {
  const { customer, order } = await freezeOrder(context, request.orderId)
  const { no, receivedAt, salesperson } = asObject(order)
  const cancels = request.kind === 'cancel'
  return {
    customer,
    order: { no, receivedAt, salesperson, status: { value: 'confirmed', label: '已确认' } },
    request: {
      reason: request.reason,
      requestedAt: request.createdAt,
      requestedBy: request.applicant,
      impact: request.impact?.zh ?? null,
    },
    changes: request.changes.map(({ part, item, was, wanted, effect, isPrice }) => ({
      part,
      field: item,
      before: was,
      after: wanted,
      effect,
      isPrice,
    })),
    totals: {
      grossBefore: request.grossBefore,
      ...(cancels && { grossAmount: 0, grossInWords: amountInWords(0) }),
    },
  }
}
