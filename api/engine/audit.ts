import type { Context } from './context.js'
import { canonicalJson } from './canonical.js'
import { insertRows } from './insertRows.js'

/** What happened to one record, before it is stored at the commit. */
export interface PendingEvent {
  action: string
  resource: string
  recordId: number | null
  version: number | null
  before: unknown
  after: unknown
}

/**
 * Stores the events of a transaction, in one statement, as its last write. `payload` holds the canonical bytes
 * that the sealer will chain; the other columns repeat parts of it for lists and filters.
 */
export async function storeEvents({ db, tx, events, now, who, requestId, note }: Context): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => {
    const payload = canonicalJson({
      at: now,
      actor: { kind: who.kind, id: who.id, name: who.username },
      requestId,
      ...event,
      note: note ?? null,
    })
    return {
      version: 1,
      createdAt: now,
      updatedAt: now,
      actorKind: who.kind,
      userId: who.kind === 'user' ? who.id : null,
      actorName: who.username,
      action: event.action,
      resource: event.resource,
      recordId: event.recordId,
      recordVersion: event.version,
      requestId,
      payload,
    }
  })
  await insertRows(db.sequelize, 'audit_events', rows, tx)
}
