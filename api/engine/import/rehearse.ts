import type { Principal } from '../access.js'
import type { Catalog, Entry } from '../catalog.js'
import type { Database } from '../../db/database.js'
import type { FieldErrors } from '../problem.js'
import { Problem } from '../problem.js'
import { prepared } from '../operations.js'
import type { CheckedRecord } from './checkRecords.js'
import type { Faults } from './faults.js'

/** Few at a time: what a rehearsal locks it holds only for a moment. */
const AT_ONCE = 100

/** Ends a rehearsal's transaction so that nothing of it stays. */
class Curtain extends Error {}

/** Runs the rules that a record type has of its own (`prepare`) on records that are right otherwise, and takes it all back. */
export async function rehearse(
  db: Database,
  catalog: Catalog,
  entry: Entry,
  who: Principal,
  records: readonly CheckedRecord[],
  faults: Faults,
): Promise<void> {
  if (!entry.of.prepare) return
  for (let at = 0; at < records.length; at += AT_ONCE) {
    let refused: { record: CheckedRecord; errors: FieldErrors }[] = []
    const some = records.slice(at, at + AT_ONCE)
    await db
      .transaction(async (tx) => {
        // A transaction that lost a deadlock begins again.
        refused = []
        const now = new Date().toISOString()
        const context = { tx, db, catalog, who, now, requestId: 'import', events: [], last: [], reveal: {} }
        for (const record of some)
          try {
            await prepared(context, entry, record.body)
          } catch (error) {
            if (!(error instanceof Problem)) throw error
            refused.push({ record, errors: error.errors ?? { root: error.text } })
          }
        throw new Curtain()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Curtain)) throw error
      })
    for (const { record, errors } of refused) faults.addErrors(record, errors)
  }
}
