import type { Database, Tx } from '../db/database.js'
import type { Context } from './context.js'

/** Another replica's change is known after this time; this process's own at its commit. */
const KEPT_MS = 2000

/** Who asks: outside a transaction, in one, or in a write that knows what it has changed. */
export type Reader = { db: Database; tx?: Tx } & Partial<Pick<Context, 'events'>>

const forgetters = new Map<string, ((db: Database) => void)[]>()

/**
 * What changes seldom and is asked for by nearly every request, read from the records of these types and kept for two seconds.
 * A transaction that finds nothing kept reads for itself: waiting for somebody else's reading, which needs a second
 * connection, could wait for ever.
 */
export function kept<T>(
  resources: readonly string[],
  read: (db: Database, tx?: Tx) => Promise<T>,
): (by: Reader) => Promise<T> {
  const values = new WeakMap<Database, { at: number; value: T }>()
  let forgotten = 0
  const forget = (db: Database) => {
    forgotten += 1
    values.delete(db)
  }
  for (const resource of resources) forgetters.set(resource, [...(forgetters.get(resource) ?? []), forget])
  return async ({ db, tx, events }) => {
    const changed = events?.some(({ resource }) => resources.includes(resource))
    const known = values.get(db)
    if (known && !changed && Date.now() - known.at < KEPT_MS) return known.value
    const [at, before] = [Date.now(), forgotten]
    const value = await read(db, tx)
    // What a transaction reads may be its own change, and what was read before a commit may be out of date since.
    if ((!tx || changed === false) && forgotten === before) values.set(db, { at, value })
    return value
  }
}

/** After a commit that changed these record types. */
export function forgetKept(db: Database, resources: readonly string[]): void {
  for (const resource of resources) for (const forget of forgetters.get(resource) ?? []) forget(db)
}
