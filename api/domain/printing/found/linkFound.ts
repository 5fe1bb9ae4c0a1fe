import type { Context } from '../../../engine/context.js'
import { findRecords, updateRecord } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { foundPrinters } from '../../refs.js'

/** Tells the found devices that this printer is one of them: they are not offered again. */
export async function linkFound(context: Context, printer: Stored & { id: number }): Promise<void> {
  const found = await findRecords(context, foundPrinters, { site: String(printer.site), printerId: null })
  for (const device of found)
    if (
      [device.uri, device.secureUri].includes(String(printer.uri)) ||
      (device.uuid !== null && device.uuid === printer.uuid)
    )
      await updateRecord(context, foundPrinters, device, { printerId: printer.id }, 'found')
}
