// China has kept UTC+8 without summer time since 1991, so no table of time zones is needed.
const offset = 8 * 3600_000

/** The day in Shanghai, `2026-11-23`, of an ISO time or of a day. Empty for no value. */
export function day(value: unknown): string {
  return inChina(value).slice(0, 10)
}

/** Day and minute in Shanghai, `2026-11-23 10:05`. Empty for no value. */
export function minute(value: unknown): string {
  return inChina(value).slice(0, 16).replace('T', ' ')
}

function inChina(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is no date`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const time = Date.parse(value)
  if (Number.isNaN(time)) throw new Error(`"${value}" is no date`)
  return new Date(time + offset).toISOString()
}
