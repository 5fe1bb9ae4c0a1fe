import type { Context } from '../../engine/context.js'
import { startOfDay } from '../../engine/day.js'
import { insertRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { statements } from '../refs.js'
import { computeStatement } from './computeStatement.js'
import { formerStatement } from './formerStatement.js'
import { cyclesEndingWith } from './statementCycles.js'

/**
 * Makes the drafts of a run for the customers whose cycle ends with its month, and counts them on it. Customers who have
 * a draft or a statement up to then are left out.
 */
export async function makeStatements(context: Context, run: Stored, before: Stored | null): Promise<void> {
  if (before) return
  const month = String(run.month)
  const periodTo = lastDayOf(month)
  let [statementCount, closing] = [0, 0]
  for (const customer of await customersWithFacts(context, periodTo, cyclesEndingWith(month))) {
    const former = await formerStatement(context, customer.id, 0)
    if (former && former.periodTo >= periodTo) continue
    const asked = { id: 0, customerId: customer.id, periodFrom: null, periodTo, carriedIn: 0 }
    const { values } = await computeStatement(context, asked)
    await insertRecord(context, statements, {
      ...asked,
      id: undefined,
      ...values,
      disputes: [],
      status: 'draft',
      customerName: customer.name,
      runId: run.id,
      replyBy: run.replyBy,
    })
    statementCount += 1
    closing += Number(values.closing)
  }
  Object.assign(run, { statementCount, closing })
  await context.db.execute(
    'UPDATE statement_runs SET statementCount = ?, closing = ? WHERE id = ?',
    [statementCount, closing, Number(run.id)],
    context.tx,
  )
}

/** The last day of a month. */
function lastDayOf(month: string): string {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10)
}

/** Those of these cycles with a shipment or a receipt that no statement has told, and no draft of that period. */
async function customersWithFacts(
  { db, tx }: Context,
  periodTo: string,
  cycles: readonly string[],
): Promise<{ id: number; name: string }[]> {
  const rows = await db.select(
    `SELECT c.id, c.name FROM customers c WHERE c.statementCycle IN (${cycles.map(() => '?').join(', ')}) AND
       (EXISTS (SELECT 1 FROM orders o JOIN shipments s ON s.orderId = o.id WHERE o.customerId = c.id AND s.status IN ('dispatched', 'delivered')
          AND s.dispatchedAt < ? AND NOT EXISTS (SELECT 1 FROM statement_facts f WHERE f.kind = 'shipment' AND f.factId = s.id))
        OR EXISTS (SELECT 1 FROM receipts r WHERE r.customerId = c.id AND r.status = 'received' AND r.receivedOn <= ?
          AND NOT EXISTS (SELECT 1 FROM statement_facts f WHERE f.kind = 'receipt' AND f.factId = r.id)))
       AND NOT EXISTS (SELECT 1 FROM statements d WHERE d.customerId = c.id AND d.status = 'draft' AND d.periodTo >= ?)
     ORDER BY c.code`,
    [...cycles, startOfDay(periodTo, 1), periodTo, periodTo],
    tx,
  )
  return rows.map((row) => ({ id: Number(row.id), name: String(row.name) }))
}
