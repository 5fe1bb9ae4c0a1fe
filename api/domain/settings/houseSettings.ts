import type { Database, Tx } from '../../db/database.js'
import { formatDecimal } from '../../engine/decimal.js'
import { kept } from '../../engine/kept.js'

/** As the API speaks them. */
export interface HouseSettings {
  taxIncluded: boolean
  payMethod: string
  shipMethod: string
  taxRate: string
  confirmWithinDays: number
  printerAlertMinutes: number
  sessionIdleHours: number
  sessionDays: number
}

/** What holds until somebody saves the settings. */
export const untilSaved: HouseSettings = {
  taxIncluded: true,
  payMethod: 'monthly',
  shipMethod: 'express',
  taxRate: '0.13',
  confirmWithinDays: 1,
  printerAlertMinutes: 10,
  sessionIdleHours: 12,
  sessionDays: 7,
}

/** What the house has set. */
export const houseSettings = kept(['settings'], read)

async function read(db: Database, tx?: Tx): Promise<HouseSettings> {
  const [row] = await db.select('SELECT * FROM settings', [], tx)
  if (!row) return untilSaved
  return {
    taxIncluded: Boolean(Number(row.taxIncluded)),
    payMethod: String(row.payMethod),
    shipMethod: String(row.shipMethod),
    taxRate: formatDecimal(Number(row.taxRate), 4),
    confirmWithinDays: Number(row.confirmWithinDays),
    printerAlertMinutes: Number(row.printerAlertMinutes),
    sessionIdleHours: Number(row.sessionIdleHours),
    sessionDays: Number(row.sessionDays),
  }
}
