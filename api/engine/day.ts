/** Business days are Asia/Shanghai days. China keeps UTC+8 all year, so a fixed shift is exact. */
const SHIFT = 8 * 3600_000

/** The Shanghai day of an instant: `'2026-11-23'`. */
export const dayOf = (instant: string | Date): string =>
  new Date(new Date(instant).getTime() + SHIFT).toISOString().slice(0, 10)

/** The instant (ISO, UTC) at which a Shanghai day begins; `days` later when given. */
export const startOfDay = (day: string, days = 0): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - SHIFT + days * 86400_000).toISOString()

/** `'2026-11-23 19:05'` in Shanghai, as people read it. */
export function shanghaiTime(instant: string): string {
  const hour = Number(instant.slice(11, 13)) + 8
  // Most of the day the date is the same and only the hour another; that is much quicker said.
  if (hour < 24 && instant.endsWith('Z'))
    return `${instant.slice(0, 10)} ${hour < 10 ? '0' : ''}${hour}${instant.slice(13, 16)}`
  return new Date(Date.parse(instant) + SHIFT).toISOString().slice(0, 16).replace('T', ' ')
}

/** Whether the text is a real calendar day `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text)
}
