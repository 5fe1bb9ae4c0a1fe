import type { Logger } from 'pino'
import type { ApiClient } from '../apiClient.js'
import type { Metrics } from '../metrics.js'
import type { Rasterizer } from '../raster/rasterizer.js'
import type { Renderer } from '../render/renderer.js'
import type { Timing } from '../timing.js'
import type { LookAhead } from './lookAhead.js'
import type { Lease } from './lease.js'

/** What every job of this process works with. */
export interface Workshop {
  api: ApiClient
  renderer: Pick<Renderer, 'render' | 'renderMany'>
  rasterizer: Pick<Rasterizer, 'rasterize'>
  timing: Timing
  log: Logger
  metrics: Metrics
  /** No further step begins; the one under way is finished. */
  drain: AbortSignal
  /** Whatever is still under way is cut off. */
  cut: AbortSignal
}

/** A workshop with the lease of one printer. */
export interface PrinterContext extends Workshop {
  lease: Lease
  /** The papers of a batch that are drawn already. */
  ahead: LookAhead
  /** The `media-source` keyword of the tray to print from; null leaves it to the printer. */
  tray: string | null
  /** Aborted with the lease, the drain or the cut: for work that may be broken off anywhere. */
  stop: AbortSignal
}
