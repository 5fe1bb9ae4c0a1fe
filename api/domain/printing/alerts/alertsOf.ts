import type { Context } from '../../../engine/context.js'
import { findRecords, insertRecord, updateRecord } from '../../../engine/records.js'
import { printerAlerts } from '../../refs.js'

interface Trouble {
  reasons: readonly string[]
  detail: string | null
  since: string
}

/**
 * Opens, keeps or ends the alert of a kind: a printer has one of each at a time. The printer is locked by the caller,
 * so that two processes never open the same one.
 */
export async function alertsOf(
  context: Context,
  printerId: number,
  kind: 'waiting' | 'supplies',
  trouble: Trouble | null,
): Promise<void> {
  const [open] = await findRecords(context, printerAlerts, { printerId, kind, status: 'open' })
  if (trouble && !open) {
    const { reasons, detail, since } = trouble
    await insertRecord(context, printerAlerts, { printerId, kind, reasons, detail, since }, 'alert')
  }
  if (!trouble && open)
    await updateRecord(context, printerAlerts, open, { status: 'over', until: context.now }, 'alert-over')
}
