import { clock } from '../../../db/clock.js'
import type { Database } from '../../../db/database.js'
import { claimedPrinter } from './claimedJob.js'

/** How often a printer is asked how it is: an idle one soon, one at work seldom, for its job tells its state anyway. */
const LOOK_EVERY_MS = 25_000
const LOOK_AT_WORK_EVERY_MS = 300_000

/** The printers of a site that are to be asked now. Each goes to one print server, however many ask. */
export async function duePrinters(db: Database, site: string) {
  const now = clock(db)
  // A time further away than any interval was written before the clock was set back.
  const due = `(lookAt IS NULL OR lookAt > ${now} + ${LOOK_AT_WORK_EVERY_MS} OR (lookAt <= ${now}
    AND (leaseUntil IS NULL OR leaseUntil < ${now} OR lookAt <= ${now} - ${LOOK_AT_WORK_EVERY_MS})))`
  const rows = await db.select(`SELECT id FROM printers WHERE site = ? AND ${due} ORDER BY id`, [site])
  const printers = []
  for (const { id } of rows) {
    const mine = await db.execute(
      `UPDATE printers SET lookAt = ${now} + ${LOOK_EVERY_MS} WHERE id = ? AND ${due}`,
      [Number(id)],
    )
    const printer = mine === 1 ? await claimedPrinter(db, Number(id)) : undefined
    if (printer) printers.push(printer)
  }
  return printers
}
