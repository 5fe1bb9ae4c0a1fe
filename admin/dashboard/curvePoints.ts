import type { SalesDay } from './useFigures'

export interface CurvePoint {
  day: string
  orders: number
  gross: number
  /** 分 of the day as far before as the curve is long; null where that is not known. */
  before: number | null
}

/** The last so many days, each beside the day one such stretch earlier. */
export const curvePoints = (days: SalesDay[], length: number): CurvePoint[] =>
  days.slice(-length).map((day, at, shown) => ({
    ...day,
    before: days.length >= 2 * shown.length ? (days.at(-2 * shown.length + at)?.gross ?? null) : null,
  }))
