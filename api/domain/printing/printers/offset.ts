import { formatDecimal } from '../../../engine/decimal.js'

/** Further out of place than this is no matter of an offset. */
const MOST_MM = 20
const SCALE = 4

export const offsetRange = { min: String(-MOST_MM), max: String(MOST_MM) } as const

/** A stored offset in mm. */
export const offsetMm = (stored: unknown): number => Number(stored ?? 0) / 10 ** SCALE

/** A stored offset as people read it. */
export const offsetText = (stored: unknown): string => formatDecimal(Number(stored ?? 0), SCALE)

/** mm as they are stored. */
export const storedOffset = (mm: number): number => Math.round(mm * 10 ** SCALE)
