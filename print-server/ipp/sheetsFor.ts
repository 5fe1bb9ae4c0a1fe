import { RasterError } from '../raster/rasterizer.js'
import { rasterTarget, type RasterTarget } from '../raster/rasterTarget.js'
import { Ended, type Delivery } from './delivery.js'
import type { Sheets } from './ippPrinter.js'
import type { PrinterDescription } from './printerDescription.js'

const PDF = 'application/pdf'
const RASTER = 'image/pwg-raster'

/**
 * The document in a form that this printer takes: the archived PDF, else raster made of it. Throws `Ended` when the
 * printer takes neither or lacks the tray; its detail names what the printer offers.
 */
export async function sheetsFor(delivery: Delivery, printer: PrinterDescription): Promise<Sheets> {
  if (!printer.canPrint) throw unfit('no Print-Job, no Create-Job')
  const { tray } = delivery
  if (tray !== null && printer.trays.length > 0 && !printer.trays.includes(tray)) {
    throw unfit(`no tray ${tray}, but ${printer.trays.join(', ')}`)
  }
  const pdf = await delivery.pdf()
  if (printer.formats.length === 0 || printer.formats.includes(PDF)) return { format: PDF, bytes: pdf }
  const target = printer.formats.includes(RASTER) ? rasterTarget(printer.raster) : null
  if (!target) throw unfit(whatItTakes(printer))
  return (delivery.sheets ??= { format: RASTER, bytes: await rasterOf(delivery, pdf, target) })
}

async function rasterOf(delivery: Delivery, pdf: Buffer, target: RasterTarget): Promise<Buffer> {
  try {
    return await delivery.rasterize(pdf, target)
  } catch (error) {
    if (!(error instanceof RasterError)) throw error
    throw new Ended({ outcome: 'failed', report: { error: { code: 'format', detail: error.message } } })
  }
}

function whatItTakes({ formats, raster }: PrinterDescription): string {
  if (!formats.includes(RASTER)) return formats.join(', ')
  const resolutions = raster.resolutions.map(({ x, y, unit }) => `${x}x${y}${unit}`)
  return [...formats, ...raster.types, ...resolutions].join(', ')
}

function unfit(detail: string): Ended {
  return new Ended({ outcome: 'failed', report: { error: { code: 'unsupported-printer', detail } } })
}
