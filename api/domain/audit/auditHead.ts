import type { Database, Tx } from '../../db/database.js'

export interface AuditHead {
  seq: number
  hash: string
}

/** The end of the chain of events. */
export async function auditHead(db: Database, tx?: Tx): Promise<AuditHead> {
  const [row] = await db.select('SELECT seq, hash FROM audit_head WHERE id = 1', [], tx)
  return { seq: Number(row?.seq ?? 0), hash: String(row?.hash ?? '0'.repeat(64)) }
}
