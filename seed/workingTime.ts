const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** China keeps UTC+8 all year. */
const SHIFT = 8 * 60 * MINUTE
const OPENS = 8.5 * 60
const SUNDAY = 0

/** The minutes that the house works in a day: 08:30 to 17:30, Monday to Saturday. */
export const WORKDAY = 9 * 60

/**
 * The instant (ISO) that lies so many working minutes before `now`, so that people of the demo house neither
 * work at night nor on Sundays. Never later than `now`.
 */
export function workingTimeBefore(now: Date, minutes: number): string {
  const local = now.getTime() + SHIFT
  let day = Math.floor(local / DAY)
  let worked = isWorkday(day) ? clamp((local - day * DAY) / MINUTE - OPENS) : 0
  let left = minutes
  while (left >= worked) {
    left -= worked
    worked = WORKDAY
    do day -= 1
    while (!isWorkday(day))
  }
  return new Date(day * DAY + (OPENS + worked - left) * MINUTE - SHIFT).toISOString()
}

const isWorkday = (day: number): boolean => new Date(day * DAY).getUTCDay() !== SUNDAY
const clamp = (minutes: number): number => Math.max(0, Math.min(WORKDAY, minutes))
