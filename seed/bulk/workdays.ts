const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** China keeps UTC+8 all year. */
const SHIFT = 480 * MINUTE
const OPENS = 8.5 * 60 * MINUTE
const SUNDAY = 0

export interface Workday {
  /** Milliseconds of 08:30 in Shanghai. */
  opens: number
  /** How many of the orders fall on this day. */
  orders: number
}

/** The house works nine hours a day. */
export const WORKDAY_MS = 9 * 60 * MINUTE

/** The working days of two years that end yesterday, with the orders spread over them: growing, busy before year's end. */
export function spreadOverTwoYears(orders: number, now: Date): Workday[] {
  const today = Math.floor((now.getTime() + SHIFT) / DAY)
  const days = Array.from({ length: 730 }, (_, at) => today - 730 + at).filter(
    (day) => new Date(day * DAY).getUTCDay() !== SUNDAY,
  )
  const weights = days.map((day, at) => {
    const month = new Date(day * DAY).getUTCMonth()
    const season = month === 1 ? 0.5 : month >= 9 ? 1.25 : 1
    return season * (0.8 + (0.4 * at) / days.length)
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let [weighed, given] = [0, 0]
  return days.map((day, at) => {
    weighed += weights[at] ?? 0
    const until = Math.round((orders * weighed) / whole)
    const share = until - given
    given = until
    return { opens: day * DAY + OPENS - SHIFT, orders: share }
  })
}
