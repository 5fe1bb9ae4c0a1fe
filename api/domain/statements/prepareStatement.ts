import type { Context } from '../../engine/context.js'
import type { Stored } from '../../engine/resource.js'
import { asObjects } from '../../engine/shapes.js'
import { computeStatement } from './computeStatement.js'

/** A draft shows what it would say today. Later only the date of reply and the outcome of disputes are written. */
export async function prepareStatement(
  context: Context,
  values: Stored,
  before: Stored | null,
): Promise<Stored> {
  if (before && before.status !== 'draft') {
    if (values.disputes === undefined) return values
    const sent = asObjects(values.disputes)
    const disputes = asObjects(before.disputes).map((dispute) => ({
      ...dispute,
      outcome: sent.find(({ id }) => Number(id) === dispute.id)?.outcome ?? dispute.outcome,
    }))
    return { ...values, disputes }
  }
  const statement: Stored = { ...before, ...values }
  const [customer] = await context.db.select(
    'SELECT name FROM customers WHERE id = ?',
    [Number(statement.customerId)],
    context.tx,
  )
  const computed = await computeStatement(context, {
    id: Number(before?.id ?? 0),
    customerId: Number(statement.customerId),
    periodFrom: statement.periodFrom == null ? null : String(statement.periodFrom),
    periodTo: String(statement.periodTo),
    carriedIn: Number(statement.carriedIn ?? 0),
  })
  return { ...values, disputes: [], customerName: customer?.name ?? null, ...computed.values }
}
