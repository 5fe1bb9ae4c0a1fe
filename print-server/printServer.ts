import { setMaxListeners } from 'node:events'
import { hostname } from 'node:os'
import type { Logger } from 'pino'
import { ApiClient, type Contact } from './apiClient.js'
import type { Config } from './config.js'
import { startHealth } from './health.js'
import { claimLoop } from './jobs/claimLoop.js'
import { renderLoop } from './jobs/renderLoop.js'
import { findPrinters } from './discovery/findPrinters.js'
import { createMetrics } from './metrics.js'
import { lookAfter } from './printers/lookAfter.js'
import { Rasterizer } from './raster/rasterizer.js'
import type { Renderer } from './render/renderer.js'
import { sleepUnlessAborted } from './run.js'
import { defaultTiming, type Timing } from './timing.js'

interface Parts {
  config: Config
  renderer: Pick<Renderer, 'render' | 'renderMany' | 'ready'>
  /** Draws what is only looked at; without one this process leaves that to others. */
  previewRenderer?: Pick<Renderer, 'render'>
  log: Logger
  timing?: Timing
}

export interface PrintServer {
  /** Where health and metrics are served. */
  port: number
  /**
   * Claims nothing more, lets calls to printers that are under way finish for a while, gives the leases back.
   * Resolves when all that is done or given up; what was given up is recovered by the next process.
   */
  drain(): Promise<void>
}

/** Starts to claim and print. Rejects when the health port cannot be had. */
export async function startPrintServer({
  config,
  renderer,
  previewRenderer,
  log,
  timing = defaultTiming,
}: Parts): Promise<PrintServer> {
  const metrics = createMetrics()
  const drain = new AbortController()
  const cut = new AbortController()
  // Every printer at work listens to both.
  setMaxListeners(0, drain.signal, cut.signal)
  let contact: Contact = 'away'
  const onContact = (now: Contact) => {
    if (now !== contact) log.info({ contact: now }, 'API')
    contact = now
    metrics.apiReachable.set(now === 'reached' ? 1 : 0)
  }
  const problems = () => [
    ...(contact === 'reached' ? [] : [contact === 'refused' ? 'api-refused' : 'api-unreachable']),
    ...(renderer.ready() ? [] : ['renderer-unavailable']),
    ...(drain.signal.aborted ? ['draining'] : []),
  ]
  const health = await startHealth({
    host: config.host,
    port: config.port,
    registry: metrics.registry,
    problems,
  })
  const api = new ApiClient({
    url: config.apiUrl,
    token: config.token,
    server: `${hostname().slice(0, 60)}:${process.pid}`,
    timing,
    onContact,
  })
  const rasterizer = new Rasterizer()
  const caring = lookAfter({ api, timing, log, drain: drain.signal })
  const printing = claimLoop({
    api,
    renderer,
    rasterizer,
    timing,
    log,
    metrics,
    drain: drain.signal,
    cut: cut.signal,
  })
  const previewing =
    previewRenderer && renderLoop({ api, renderer: previewRenderer, timing, log, drain: drain.signal })

  const finding =
    config.discovery && findPrinters({ api, ...config.discovery, timing, log, drain: drain.signal })

  const address = health.address()
  return {
    port: typeof address === 'object' && address ? address.port : config.port,
    async drain() {
      log.info('draining')
      drain.abort()
      const timer = setTimeout(() => cut.abort(), timing.drain.cutMs)
      const finished = new AbortController()
      const done = Promise.all([printing, previewing, caring, finding]).finally(() => finished.abort())
      await Promise.race([done, sleepUnlessAborted(timing.drain.exitMs, [finished.signal])])
      clearTimeout(timer)
      await rasterizer.close()
      health.closeAllConnections()
      await new Promise((resolve) => health.close(resolve))
    },
  }
}
