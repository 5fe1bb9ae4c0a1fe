import { dayOf, startOfDay } from '../../engine/day.js'

/** The day that many days later: `dayAfter('2026-11-30')` is `'2026-12-01'`. */
export const dayAfter = (day: string, days = 1): string => dayOf(startOfDay(day, days))
