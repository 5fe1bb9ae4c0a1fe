import { dayAfter, today } from './shanghaiTime'

/** The month so many months after (or, negative, before) this one; both as `YYYY-MM`. */
export function monthAfter(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

/** Its first and last day, `YYYY-MM-DD`. */
export function daysOf(month: string): { first: string; last: string } {
  return { first: `${month}-01`, last: dayAfter(`${monthAfter(month, 1)}-01`, -1) }
}

/** The month that these days are, from its first to its last; null for any other range. */
export function monthOf(first: unknown, last: unknown): string | null {
  const month = typeof first === 'string' ? first.slice(0, 7) : ''
  return /^\d{4}-\d{2}$/.test(month) && daysOf(month).first === first && daysOf(month).last === last
    ? month
    : null
}

/** This month in Shanghai. */
export const thisMonth = (): string => today().slice(0, 7)

/** The latest months, newest first, and the chosen one where it lies further back. */
export function monthsToChoose(chosen: string | null, count = 24): string[] {
  const latest = Array.from({ length: count }, (_, back) => monthAfter(thisMonth(), -back))
  return chosen === null || latest.includes(chosen) ? latest : [...latest, chosen].sort().reverse()
}
