import type { Database } from '../db/database.js'
import type { Principal } from './access.js'
import { storeEvents } from './audit.js'
import type { Catalog } from './catalog.js'
import type { Context } from './context.js'
import { forgetKept } from './kept.js'
import { Problem } from './problem.js'

export interface WriteBy {
  db: Database
  catalog: Catalog
  who: Principal
  requestId: string
  /** Told after the commit, when there is something new in the audit trail. */
  committed?: () => void
  /** The instant that is stamped, when it is not the present one: demo data have a past. ISO. */
  now?: string
}

/**
 * One write: everything inside commits together with its audit events, or nothing does. May run again from its
 * beginning after a deadlock, so nothing inside touches the outside world. What a refusal `leaves` is a write of its own.
 */
export async function write<T>(by: WriteBy, work: (context: Context) => Promise<T>): Promise<T> {
  try {
    return await writeAll(by, work)
  } catch (error) {
    if (error instanceof Problem && error.leaves) await writeAll(by, error.leaves)
    throw error
  }
}

async function writeAll<T>(by: WriteBy, work: (context: Context) => Promise<T>): Promise<T> {
  const { db, catalog, who, requestId, now } = by
  const { answer, changed } = await db.transaction(async (tx) => {
    const context: Context = {
      tx,
      db,
      catalog,
      who,
      requestId,
      now: now ?? new Date().toISOString(),
      events: [],
      last: [],
      reveal: {},
    }
    const result = await work(context)
    await storeEvents(context)
    for (const one of context.last) await one()
    return { answer: result, changed: context.events.map(({ resource }) => resource) }
  })
  forgetKept(db, changed)
  if (changed.length > 0) by.committed?.()
  return answer
}
