import type { Context } from '../../engine/context.js'
import { dayAfter } from './dayAfter.js'

export interface Former {
  id: number
  no: string
  periodTo: string
  closing: number
  /** Where the next one begins. */
  next: string
}

/** The newest statement that the customer was sent, apart from this one. Read with a lock: it may be a moment old. */
export async function formerStatement(
  { db, tx }: Context,
  customerId: number,
  exceptId: number,
): Promise<Former | null> {
  const [row] = await db.select(
    `SELECT id, no, periodTo, closing FROM statements
     WHERE customerId = ? AND id <> ? AND status IN ('issued', 'disputed', 'confirmed')
     ORDER BY periodTo DESC LIMIT 1 ${db.dialect === 'mysql' ? 'LOCK IN SHARE MODE' : ''}`,
    [customerId, exceptId],
    tx,
  )
  if (!row) return null
  const periodTo = String(row.periodTo)
  return {
    id: Number(row.id),
    no: String(row.no),
    periodTo,
    closing: Number(row.closing),
    next: dayAfter(periodTo),
  }
}
