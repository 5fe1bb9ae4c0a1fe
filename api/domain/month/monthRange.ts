import { dayOf, isDay, startOfDay } from '../../engine/day.js'

/** A month of the house: its Shanghai days, and the instants at which it begins and is over. */
export interface MonthRange {
  month: string
  firstDay: string
  lastDay: string
  /** ISO, inclusive. */
  from: string
  /** ISO, exclusive. */
  until: string
}

/** The month written `2026-11`, or null when it is none. */
export function monthRange(month: string): MonthRange | null {
  const firstDay = `${month}-01`
  if (!/^20\d{2}-\d{2}$/.test(month) || !isDay(firstDay)) return null
  const [year = 0, number = 0] = month.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  return { month, firstDay, lastDay, from: startOfDay(firstDay), until: startOfDay(lastDay, 1) }
}

export const currentMonth = (now: string): string => dayOf(now).slice(0, 7)
