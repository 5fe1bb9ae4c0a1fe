import { IppPrinter } from '../../../print-server/ipp/ippPrinter.js'
import { printerAddress } from '../../../print-server/ipp/printerAddress.js'
import { fastTiming } from '../fastTiming.js'

/** The client side of a printer at that URI. */
export function printerAt(
  uri: string,
  options: Record<string, unknown> = {},
  signal: AbortSignal = new AbortController().signal,
  limits = fastTiming.printer,
): IppPrinter {
  const address = printerAddress({ id: 1, name: 'P', uri, options })
  if (!address) throw new Error(`no printer address: ${uri}`)
  return new IppPrinter(address, limits, signal)
}
