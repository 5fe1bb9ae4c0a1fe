import { Rasterizer } from '../../print-server/raster/rasterizer.js'
import { createRenderer } from '../../print-server/render/renderer.js'
import type { Content } from '../../print-server/protocol.js'

export interface RasterSpeed {
  type: string
  dpi: number
  pagesPerSecond: number
}

const PAGES = 10
const dpi = 300

/** How quickly pages become PWG raster, one after the other, in each of the three kinds that printers are given. */
export async function rasterSpeed(content: Content): Promise<RasterSpeed[]> {
  const renderer = createRenderer({ size: 1 })
  const rasterizer = new Rasterizer()
  const { signal } = new AbortController()
  try {
    const { pdf } = await renderer.render(content)
    const speeds: RasterSpeed[] = []
    for (const type of ['black_1', 'sgray_8', 'srgb_8'] as const) {
      const page = { pdf, paper: content.template.paper, target: { type, dpi: { x: dpi, y: dpi } } }
      await rasterizer.rasterize(page, signal)
      const start = performance.now()
      for (let n = 0; n < PAGES; n += 1) await rasterizer.rasterize(page, signal)
      speeds.push({ type, dpi, pagesPerSecond: (PAGES * 1000) / (performance.now() - start) })
    }
    return speeds
  } finally {
    await Promise.all([renderer.close(), rasterizer.close()])
  }
}
