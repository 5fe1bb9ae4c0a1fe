import type { Text2 } from '../../schema/types'
import { daysOf, monthAfter } from '../values/months'
import { dayAfter, today } from '../values/shanghaiTime'

export interface DayRange {
  name: string
  label: Text2
  first: string
  last: string
}

/** The ranges that people ask for most, as days `YYYY-MM-DD` from `now`'s point of view; a week begins on Monday. */
export function usualDays(now: string = today()): DayRange[] {
  const monday = dayAfter(now, -((new Date(now).getUTCDay() + 6) % 7))
  const month = now.slice(0, 7)
  return [
    { name: 'today', label: { zh: '今天', en: 'Today' }, first: now, last: now },
    { name: 'week', label: { zh: '本周', en: 'This week' }, first: monday, last: dayAfter(monday, 6) },
    { name: 'month', label: { zh: '本月', en: 'This month' }, ...daysOf(month) },
    { name: 'former-month', label: { zh: '上月', en: 'Last month' }, ...daysOf(monthAfter(month, -1)) },
  ]
}
