import type { Resolution } from '../ipp/message.js'

/** Kinds of PWG raster that are made here (PWG 5102.4): grey, colour, and black dots only. */
export type RasterType = 'sgray_8' | 'srgb_8' | 'black_1'

/** What a printer wants its pages to be made of. Dots per inch across and along the sheet. */
export interface RasterTarget {
  type: RasterType
  dpi: { x: number; y: number }
}

/** What a printer says of PWG raster. */
export interface RasterFacts {
  resolutions: Resolution[]
  types: string[]
  color: boolean
}

const WANTED_DPI = 300
const LEAST_DPI = 72
/** A page of A4 in colour takes 140 MB on its way at this. */
const MOST_DPI = 600
const CENTIMETRES_PER_INCH = 2.54

/** The raster to make for a printer: the least resolution that is fine on paper; null when it takes none that we make. */
export function rasterTarget({ resolutions, types, color }: RasterFacts): RasterTarget | null {
  const wanted: RasterType[] = color ? ['srgb_8', 'sgray_8', 'black_1'] : ['sgray_8', 'black_1', 'srgb_8']
  const type = wanted.find((one) => types.includes(one))
  const possible = resolutions.map(toDpi).filter(({ x, y }) => isPossible(x) && isPossible(y))
  possible.sort((a, b) => a.x * a.y - b.x * b.y)
  const dpi = possible.find(({ x, y }) => x >= WANTED_DPI && y >= WANTED_DPI) ?? possible.at(-1)
  return type && dpi ? { type, dpi } : null
}

function toDpi({ x, y, unit }: Resolution): RasterTarget['dpi'] {
  const scale = unit === 'dpi' ? 1 : CENTIMETRES_PER_INCH
  return { x: Math.round(x * scale), y: Math.round(y * scale) }
}

function isPossible(dpi: number): boolean {
  return dpi >= LEAST_DPI && dpi <= MOST_DPI
}
