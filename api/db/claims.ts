import { clock } from './clock.js'
import type { Database, Tx } from './database.js'

/** How long a claim lives without being renewed: a killed process is taken over after this. */
const CLAIM_SECONDS = 30
/** How often its owner renews it. */
export const RENEW_EVERY_MS = 10_000

/**
 * Work in the background that exactly one process does at a time: a row of a table with the columns `claimUntil`
 * and `fence`. Each claim has a higher fence, and what a former owner still writes under its own is refused.
 */
export interface Claim {
  table: string
  id: number
  fence: number
}

/** SQL that is true for rows that nobody holds now. */
export const unclaimed = (db: Database): string => `(claimUntil IS NULL OR claimUntil < ${clock(db)})`

/** Claims the row if nobody holds it, else answers null. */
export async function takeClaim(db: Database, table: string, id: number): Promise<Claim | null> {
  return db.transaction(async (tx) => {
    const taken = await db.execute(
      `UPDATE ${table} SET claimUntil = ${clock(db)} + ?, fence = fence + 1 WHERE id = ? AND ${unclaimed(db)}`,
      [CLAIM_SECONDS * 1000, id],
      tx,
    )
    if (taken !== 1) return null
    const [row] = await db.select(`SELECT fence FROM ${table} WHERE id = ?`, [id], tx)
    return { table, id, fence: Number(row?.fence) }
  })
}

/** Whether the claim is still this one's; renewed when it is, and locked until the transaction ends. */
export async function holdClaim(db: Database, { table, id, fence }: Claim, tx?: Tx): Promise<boolean> {
  const held = await db.execute(
    `UPDATE ${table} SET claimUntil = ${clock(db)} + ? WHERE id = ? AND fence = ?`,
    [CLAIM_SECONDS * 1000, id, fence],
    tx,
  )
  return held === 1
}

/** Lets go, so that the next process need not wait for the claim to run out. */
export const releaseClaim = (db: Database, { table, id, fence }: Claim): Promise<number> =>
  db.execute(`UPDATE ${table} SET claimUntil = NULL WHERE id = ? AND fence = ?`, [id, fence])

/** Renews a claim until it is told to stop; the signal aborts when another process has taken it over. */
export function keepClaim(db: Database, claim: Claim): { signal: AbortSignal; stop(): void } {
  const lost = new AbortController()
  const renew = async () => {
    try {
      if (!(await holdClaim(db, claim))) lost.abort()
    } catch {
      // The database is away: the work fails on its own if that lasts, and is begun again.
    }
  }
  const timer = setInterval(() => void renew(), RENEW_EVERY_MS)
  return { signal: lost.signal, stop: () => clearInterval(timer) }
}
