import type { Database, Tx } from '../../db/database.js'
import type { MonthRange } from './monthRange.js'

export interface AuditRange {
  from: number
  to: number
  /** The hash of the link before the first one: where the chain of the month is taken up. */
  before: string
  /** The hash of its last link. */
  last: string
}

/**
 * The part of the chain that holds all sealed events of the month, without a gap; null when there are none. Events
 * are chained as they commit, so a few of the neighbouring months may lie between.
 */
export async function auditRange(
  db: Database,
  { from, until }: MonthRange,
  tx: Tx,
): Promise<AuditRange | null> {
  const [row] = await db.select(
    'SELECT MIN(seq) AS low, MAX(seq) AS high FROM audit_events WHERE createdAt >= ? AND createdAt < ? AND seq IS NOT NULL',
    [from, until],
    tx,
  )
  if (row?.low == null) return null
  const [low, high] = [Number(row.low), Number(row.high)]
  const hashOf = async (seq: number) => {
    const [event] = await db.select('SELECT hash FROM audit_events WHERE seq = ?', [seq], tx)
    return event ? String(event.hash) : '0'.repeat(64)
  }
  return { from: low, to: high, before: await hashOf(low - 1), last: await hashOf(high) }
}
