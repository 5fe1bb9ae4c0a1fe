// China has had one zone without summer time since 1991, so a fixed offset is exact for every business date.
const OFFSET_MS = 8 * 60 * 60 * 1000

const inShanghai = (iso: string): string | undefined => {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? undefined : new Date(time + OFFSET_MS).toISOString()
}

/** '2026-11-23T06:05:00Z' is '2026-11-23 14:05:00', as a clock in the office shows it. A day, as filters have it, stays one. */
export const fullTime = (iso: string): string =>
  iso.length === 10 ? iso : (inShanghai(iso)?.slice(0, 19).replace('T', ' ') ?? iso)

/** Without the year when it is this one: '11-23 14:05'. */
export function shortTime(iso: string): string {
  const full = fullTime(iso).slice(0, 16)
  return full.startsWith(`${today().slice(0, 4)}-`) ? full.slice(5) : full
}

/** Today's date in Shanghai, `YYYY-MM-DD`. */
export const today = (): string => new Date(Date.now() + OFFSET_MS).toISOString().slice(0, 10)

/** The day so many days after (or, negative, before) that one; both as `YYYY-MM-DD`. */
export const dayAfter = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)

/** ISO with Z to what a datetime-local input holds. */
export const toLocalInput = (iso: string): string => inShanghai(iso)?.slice(0, 16) ?? ''

/** What a datetime-local input holds, to ISO with Z. */
export function fromLocalInput(text: string): string | null {
  const time = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
