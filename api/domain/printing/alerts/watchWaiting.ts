import { randomUUID } from 'node:crypto'
import type { Background } from '../../../engine/background.js'
import type { Principal } from '../../../engine/access.js'
import type { Context } from '../../../engine/context.js'
import { lockRecord } from '../../../engine/records.js'
import type { RecordOf } from '../../../engine/resource.js'
import { asTexts, parseJson } from '../../../engine/shapes.js'
import { write } from '../../../engine/unitOfWork.js'
import { printers } from '../../refs.js'
import { houseSettings } from '../../settings/houseSettings.js'
import { alertsOf } from './alertsOf.js'

/** A printer waits while it has a job to do and does not do it: it stands still, is paused, or its job says why not. */
const WAITS = `EXISTS (SELECT 1 FROM print_jobs j WHERE j.printerId = printers.id
  AND j.status IN ('queued', 'rendering', 'sending', 'accepted', 'printing')
  AND (printers.paused = 1 OR printers.status IN ('stopped', 'unreachable') OR (j.reasons IS NOT NULL AND j.reasons <> '[]')))`

/** Notes since when printers keep papers waiting, and opens or ends the alerts of those that do it for too long. */
export async function watchWaiting(by: Background, who: Principal): Promise<void> {
  const { db } = by
  const now = new Date()
  // Asked before it is written: a write that changes nothing would still hold up other writers.
  const [change] = await db.select(
    `SELECT id FROM printers WHERE (waitingSince IS NULL) = (${WAITS}) LIMIT 1`,
  )
  if (change) {
    await db.execute(`UPDATE printers SET waitingSince = ? WHERE waitingSince IS NULL AND ${WAITS}`, [
      now.toISOString(),
    ])
    await db.execute(
      `UPDATE printers SET waitingSince = NULL WHERE waitingSince IS NOT NULL AND NOT ${WAITS}`,
    )
  }
  const { printerAlertMinutes } = await houseSettings({ db })
  const late = new Date(now.getTime() - printerAlertMinutes * 60_000).toISOString()
  const rows = await db.select(
    `SELECT p.id FROM printers p LEFT JOIN printer_alerts a ON a.printerId = p.id AND a.kind = 'waiting' AND a.status = 'open'
     WHERE (a.id IS NULL AND p.waitingSince <= ?) OR (a.id IS NOT NULL AND p.waitingSince IS NULL)`,
    [late],
  )
  for (const { id } of rows)
    await write({ ...by, who, requestId: randomUUID() }, async (context) => {
      const printer = await lockRecord(context, printers, Number(id))
      const [row] = await db.select(
        'SELECT waitingSince FROM printers WHERE id = ?',
        [printer.id],
        context.tx,
      )
      const since = row?.waitingSince == null ? null : String(row.waitingSince)
      const isLate = since !== null && since <= late
      if (since !== null && !isLate) return
      const trouble = since === null ? null : { reasons: await whyOf(context, printer), detail: null, since }
      await alertsOf(context, printer.id, 'waiting', trouble)
    })
}

/** A person's pause, else what the printer says, else what its waiting job says. */
async function whyOf({ db, tx }: Context, printer: RecordOf<typeof printers>): Promise<string[]> {
  if (printer.paused) return ['paused']
  if (printer.reasons && printer.reasons.length > 0) return printer.reasons
  const [job] = await db.select(
    `SELECT reasons FROM print_jobs WHERE printerId = ? AND status IN ('queued', 'rendering', 'sending', 'accepted', 'printing')
     AND reasons IS NOT NULL AND reasons <> '[]' ORDER BY id LIMIT 1`,
    [printer.id],
    tx,
  )
  return job ? asTexts(parseJson(job.reasons)) : []
}
