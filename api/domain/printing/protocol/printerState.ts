import { z } from 'zod'
import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { printers } from '../../refs.js'

export const printerReportBody = z.object({
  fence: z.number().int(),
  status: z.enum(['idle', 'processing', 'stopped', 'unreachable']),
  reasons: z.array(z.string().max(60)).max(30),
  uuid: z.string().max(80).optional(),
  upTime: z.number().int().optional(),
  info: z.string().optional(),
})

/** Stores a printer's state where it differs from what is known; every poll reports, few change anything. */
export async function storePrinterState(
  context: Context,
  id: number,
  { status, reasons, uuid, info }: z.infer<typeof printerReportBody>,
): Promise<void> {
  const printer = await lockRecord(context, printers, id)
  const next = { status, reasons, uuid: uuid ?? printer.uuid, info: info?.slice(0, 120) ?? printer.info }
  const same =
    printer.status === next.status &&
    JSON.stringify(printer.reasons ?? []) === JSON.stringify(next.reasons) &&
    printer.uuid === next.uuid &&
    printer.info === next.info
  if (!same) await updateRecord(context, printers, printer, next, 'report')
}
