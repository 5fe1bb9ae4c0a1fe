import { z } from 'zod'
import { clock } from '../../../db/clock.js'
import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { printers } from '../../refs.js'
import { alertsOf } from '../alerts/alertsOf.js'
import { suppliesLow } from '../alerts/suppliesLow.js'
import { capabilitiesBody } from '../printers/capabilities.js'
import { certificateNow, printerReportBody } from './printerState.js'

export const lookBody = printerReportBody
  .omit({ fence: true })
  .extend({ capabilities: capabilitiesBody.optional() })

/**
 * Stores what a print server saw when it looked after a printer. A look needs no lease: while somebody works at the
 * printer, that one's word on its state stands, and only what the look alone knows is taken.
 */
export async function storeLook(context: Context, id: number, look: z.infer<typeof lookBody>): Promise<void> {
  const { db, tx, now } = context
  const { status, reasons, uuid, info, capabilities } = look
  const printer = await lockRecord(context, printers, id)
  const [lease] = await db.select(
    `SELECT id FROM printers WHERE id = ? AND leaseUntil >= ${clock(db)}`,
    [id],
    tx,
  )
  const next = {
    ...(!lease && { status, reasons, certificate: certificateNow(printer.certificate, look) }),
    ...(uuid !== undefined && { uuid }),
    ...(info !== undefined && { info: info.slice(0, 120) }),
    ...(capabilities && { capabilities }),
  }
  const differs = Object.entries(next).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(printer, name)),
  )
  if (differs) await updateRecord(context, printers, printer, next, 'report')
  const low = suppliesLow(reasons, capabilities ?? printer.capabilities)
  // What is away tells nothing new of its supplies.
  if (status !== 'unreachable') await alertsOf(context, id, 'supplies', low && { ...low, since: now })
  // Not a change of the record: it would wake everybody twice a minute.
  if (status !== 'unreachable') await db.execute('UPDATE printers SET seenAt = ? WHERE id = ?', [now, id], tx)
}
