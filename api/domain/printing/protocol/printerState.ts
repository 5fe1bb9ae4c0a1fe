import { z } from 'zod'
import type { Context } from '../../../engine/context.js'
import { lockRecord, updateRecord } from '../../../engine/records.js'
import { printers } from '../../refs.js'

/** What a printer shows that is not trusted: SHA-256 in hex, distinguished names, ISO times. */
const certificateBody = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  subject: z.string().max(200),
  issuer: z.string().max(200),
  validFrom: z.string().max(40),
  validTo: z.string().max(40),
})

export const printerReportBody = z.object({
  fence: z.number().int(),
  status: z.enum(['idle', 'processing', 'stopped', 'unreachable']),
  reasons: z.array(z.string().max(60)).max(30),
  uuid: z.string().max(80).optional(),
  upTime: z.number().int().optional(),
  info: z.string().optional(),
  certificate: certificateBody.optional(),
})

/** The certificate that waits to be trusted: the one that stands while the reason does. */
export const certificateNow = (
  known: unknown,
  { reasons, certificate }: Pick<z.infer<typeof printerReportBody>, 'reasons' | 'certificate'>,
) => (reasons.includes('tls') ? (certificate ?? known) : null)

/** Stores a printer's state where it differs from what is known; every poll reports, few change anything. */
export async function storePrinterState(
  context: Context,
  id: number,
  report: z.infer<typeof printerReportBody>,
): Promise<void> {
  const printer = await lockRecord(context, printers, id)
  const { status, reasons, uuid, info } = report
  const next = {
    status,
    reasons,
    uuid: uuid ?? printer.uuid,
    info: info?.slice(0, 120) ?? printer.info,
    certificate: certificateNow(printer.certificate, report),
  }
  const same =
    printer.status === next.status &&
    JSON.stringify(printer.reasons ?? []) === JSON.stringify(next.reasons) &&
    printer.uuid === next.uuid &&
    printer.info === next.info &&
    JSON.stringify(printer.certificate) === JSON.stringify(next.certificate)
  if (!same) await updateRecord(context, printers, printer, next, 'report')
}
