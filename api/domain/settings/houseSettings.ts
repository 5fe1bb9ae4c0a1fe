import type { Database, Tx } from '../../db/database.js'
import { formatDecimal } from '../../engine/decimal.js'

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

/** Every request asks; another replica's change is known after this time. */
const KEPT_MS = 2000

const kept = new WeakMap<Database, { at: number; settings: HouseSettings }>()

/**
 * What the house has set. A transaction that finds nothing kept reads for itself: waiting for somebody else's reading,
 * which needs a second connection, could wait for ever.
 */
export async function houseSettings(db: Database, tx?: Tx): Promise<HouseSettings> {
  const known = kept.get(db)
  if (known && Date.now() - known.at < KEPT_MS) return known.settings
  const at = Date.now()
  const settings = await read(db, tx)
  // What a transaction reads may be its own change, which is not everybody's before it commits.
  if (!tx) kept.set(db, { at, settings })
  return settings
}

export const forgetHouseSettings = (db: Database): void => void kept.delete(db)

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
