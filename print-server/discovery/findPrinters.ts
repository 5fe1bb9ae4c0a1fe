import type { Logger } from 'pino'
import type { ApiClient } from '../apiClient.js'
import { faultOf } from '../log.js'
import type { FoundPrinter } from '../protocol.js'
import { sleepUnlessAborted } from '../run.js'
import type { Timing } from '../timing.js'
import { browse } from './browse.js'
import { foundPrinter } from './foundPrinter.js'

interface Scout {
  api: Pick<ApiClient, 'found'>
  /** IPv4 address of the interface to ask through; null: all of them. */
  address: string | null
  timing: Timing
  log: Logger
  drain: AbortSignal
}

/**
 * Looks around the network again and again until `drain`, and tells the API which printers are there. Where there is
 * no multicast it says so once and goes on trying; printing never waits for it.
 */
export async function findPrinters({ api, address, timing, log, drain }: Scout): Promise<void> {
  const { everyMs, forMs } = timing.discovery
  let failing = false
  while (!drain.aborted) {
    try {
      const services = await browse({ address, forMs }, drain)
      const printers = services.map(foundPrinter).filter((one): one is FoundPrinter => one !== null)
      failing = false
      if (printers.length > 0) await api.found(printers, drain).catch(() => undefined)
    } catch (error) {
      if (!failing && !drain.aborted)
        log.warn({ fault: faultOf(error) }, 'the network cannot be searched for printers')
      failing = true
    }
    await sleepUnlessAborted(everyMs, [drain])
  }
}
