import { clock } from '../../../db/clock.js'
import type { Database, Tx } from '../../../db/database.js'
import { problem } from '../../../engine/problem.js'
import { isReady, isUnderway } from './workOf.js'

/** How long a lease lives without being renewed. Any call that carries its fence renews it. */
export const LEASE_SECONDS = 30

export const StaleFence = problem('stale_fence', 409, () => ({
  zh: '这台打印机已由另一个打印服务接管。',
  en: 'Another print server has taken over this printer. Stop its work at once.',
}))

/** Takes the printer if nobody holds it; answers the new fence, or null. */
export async function takeLease(
  db: Database,
  printerId: number,
  owner: string,
  tx: Tx,
): Promise<number | null> {
  const taken = await db.execute(
    `UPDATE printers SET leaseOwner = ?, leaseUntil = ${clock(db)} + ?, fence = fence + 1
     WHERE id = ? AND (leaseUntil IS NULL OR leaseUntil < ${clock(db)})`,
    [owner, LEASE_SECONDS * 1000, printerId],
    tx,
  )
  if (taken !== 1) return null
  const [row] = await db.select('SELECT fence FROM printers WHERE id = ?', [printerId], tx)
  return Number(row?.fence)
}

/** Renews the lease of this fence; throws `stale_fence` when another one was given meanwhile. */
export async function renewLease(db: Database, printerId: number, fence: number, tx?: Tx): Promise<void> {
  const renewed = await db.execute(
    `UPDATE printers SET leaseUntil = ${clock(db)} + ? WHERE id = ? AND fence = ? AND leaseOwner IS NOT NULL`,
    [LEASE_SECONDS * 1000, printerId, fence],
    tx,
  )
  if (renewed !== 1) throw StaleFence()
}

export async function releaseLease(db: Database, printerId: number, fence: number): Promise<void> {
  const released = await db.execute(
    'UPDATE printers SET leaseUntil = NULL, leaseOwner = NULL WHERE id = ? AND fence = ?',
    [printerId, fence],
  )
  if (released !== 1) throw StaleFence()
}

/** Printers of a site that have work and that nobody drives now. */
export async function printersWithWork(
  db: Database,
  site: string,
  held: readonly number[],
): Promise<number[]> {
  const but = held.length > 0 ? `AND p.id NOT IN (${held.map(() => '?').join(', ')})` : ''
  const rows = await db.select(
    `SELECT p.id FROM printers p WHERE p.site = ? ${but} AND (p.leaseUntil IS NULL OR p.leaseUntil < ${clock(db)})
     AND EXISTS (SELECT 1 FROM print_jobs j LEFT JOIN print_batches b ON b.id = j.batchId
       WHERE j.printerId = p.id AND (${isUnderway} OR ${isReady}))
     ORDER BY p.id`,
    [site, ...held],
  )
  return rows.map((row) => Number(row.id))
}
