import type { Context } from '../../engine/context.js'
import type { Stored } from '../../engine/resource.js'
import { computeStatement } from './computeStatement.js'

/** A draft shows what it would say today. Later only the date of reply is written. */
export async function prepareStatement(
  context: Context,
  values: Stored,
  before: Stored | null,
): Promise<Stored> {
  if (before && before.status !== 'draft') return values
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
