import { isDay } from '../day.js'

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/
/** Days of a spreadsheet, counted from 1899-12-30, for the years 2000 to 2099. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050]

/** A day or an instant as people type it, or as a spreadsheet holds it → `2026-11-23` and `08:30:00`; null when it is none. */
export function typedTime(cell: string | number | Date): { day: string; time: string } | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : split(cell)
  if (typeof cell === 'number' || /^\d{5}(\.\d+)?$/.test(cell.trim())) return ofSerial(Number(cell))
  const text = cell.normalize('NFKC').trim()
  const [first = '', second = '', ...more] = text.split(/[\sT]+/)
  const parts = DAY.exec(first) ?? COMPACT.exec(first)
  if (!parts || more.length > 0) return null
  const day = [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-')
  const [, h = '0', m = '00', s = '00'] = TIME.exec(second) ?? []
  if (
    !isDay(day) ||
    (second !== '' && !TIME.test(second)) ||
    Number(h) > 23 ||
    Number(m) > 59 ||
    Number(s) > 59
  )
    return null
  return { day, time: `${h.padStart(2, '0')}:${m}:${s}` }
}

function ofSerial(serial: number): { day: string; time: string } | null {
  if (serial < FIRST_SERIAL && !COMPACT.test(String(serial))) return null
  if (COMPACT.test(String(serial))) return typedTime(` ${serial}`)
  if (serial > LAST_SERIAL) return null
  return split(new Date(Math.round((serial - 25_569) * 86_400) * 1000))
}

/** A spreadsheet's time has no zone: its parts stand where UTC has them. */
const split = (date: Date) => {
  const iso = date.toISOString()
  return { day: iso.slice(0, 10), time: iso.slice(11, 19) }
}
