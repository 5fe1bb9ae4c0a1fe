import { IppPrinter } from '../../../print-server/ipp/ippPrinter.js'
import { printerAddress } from '../../../print-server/ipp/printerAddress.js'
import type { Credentials } from '../../../print-server/protocol.js'
import { fastTiming } from '../fastTiming.js'

/** The client side of a printer at that URI. */
export function printerAt(
  uri: string,
  credentials: Credentials = {},
  signal: AbortSignal = new AbortController().signal,
  limits = fastTiming.printer,
): IppPrinter {
  const address = printerAddress({ id: 1, name: 'P', uri, credentials })
  if (!address) throw new Error(`no printer address: ${uri}`)
  return new IppPrinter(address, limits, signal)
}
