import { parentPort } from 'node:worker_threads'
import type { Paper } from '../protocol.js'
import type { RasterTarget } from './rasterTarget.js'
import { rasterizePdf } from './rasterizePdf.js'

export interface RasterOrder {
  pdf: Uint8Array
  paper: Paper
  target: RasterTarget
}

export type RasterAnswer = { raster: Uint8Array } | { fault: string }

// Entry of the thread: drawing pages takes the processor, and leases must be renewed meanwhile.
parentPort?.on('message', (order: RasterOrder) => {
  void answer(order).then((ready) => parentPort?.postMessage(ready))
})
parentPort?.postMessage('ready')

async function answer({ pdf, paper, target }: RasterOrder): Promise<RasterAnswer> {
  try {
    return { raster: await rasterizePdf(pdf, paper, target) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
