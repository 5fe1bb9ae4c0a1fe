import type { Tx, Database } from '../db/database.js'
import type { Principal } from './access.js'
import type { Catalog } from './catalog.js'
import type { PendingEvent } from './audit.js'
import type { Text2 } from './text.js'

/** One write on its way: who, when, in which transaction, and what it will have done. */
export interface Context {
  tx: Tx
  db: Database
  catalog: Catalog
  who: Principal
  /** The instant of this write, ISO. */
  now: string
  requestId: string
  /** Audit events, stored together just before the commit. */
  events: PendingEvent[]
  /** What many wait for, done when all else is stored: rows that it locks are held from there to the commit only. */
  last: (() => Promise<void>)[]
  /** Told once in the reply and never stored, e.g. a new key. */
  reveal: Record<string, string>
  /** What gathers this write and others, see Gather. */
  gathering?: { resource: string; id: number }
  /** What is put beside the next event, e.g. the reason given. */
  note?: Text2
}
