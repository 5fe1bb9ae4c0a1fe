import type { Text2 } from '../../schema/types'
import { today } from '../values/shanghaiTime'

export interface DayRange {
  name: string
  label: Text2
  first: string
  last: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The ranges that people ask for most, as days `YYYY-MM-DD` from `now`'s point of view; a week begins on Monday. */
export function usualDays(now: string = today()): DayRange[] {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))]
  const monday = plus(now, -((new Date(now).getUTCDay() + 6) % 7))
  const days = (name: string, zh: string, en: string, first: string, last: string): DayRange => ({
    name,
    label: { zh, en },
    first,
    last,
  })
  return [
    days('today', '今天', 'Today', now, now),
    days('week', '本周', 'This week', monday, plus(monday, 6)),
    days('month', '本月', 'This month', firstOf(year, month), plus(firstOf(year, month + 1), -1)),
    days('former-month', '上月', 'Last month', firstOf(year, month - 1), plus(firstOf(year, month), -1)),
  ]
}

const plus = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

const firstOf = (year: number, month: number) =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
