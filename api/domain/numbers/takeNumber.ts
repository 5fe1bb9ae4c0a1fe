import { ensureRow } from '../../db/ensureRow.js'
import type { Context } from '../../engine/context.js'
import { dayOf } from '../../engine/day.js'
import type { Series } from './series.js'

/**
 * The next number of a series, e.g. `XS20261123-0001`: counted per Shanghai day, without gaps. Its row stays locked
 * until the commit and a rollback gives the number back, so take it last. The register keeps every number.
 */
export async function takeNumber(
  { db, tx, now, who }: Context,
  series: Series,
  owner: { resource: string; id: number },
): Promise<string> {
  const day = dayOf(now).replaceAll('-', '')
  const raise = () =>
    db.execute(
      'UPDATE number_series SET lastNumber = lastNumber + 1 WHERE series = ? AND day = ?',
      [series, day],
      tx,
    )
  if ((await raise()) === 0) {
    await ensureRow(db, 'number_series', { series, day, lastNumber: 0 }, tx)
    await raise()
  }
  const [row] = await db.select(
    'SELECT lastNumber FROM number_series WHERE series = ? AND day = ?',
    [series, day],
    tx,
  )
  const number = `${series}${day}-${String(row?.lastNumber).padStart(4, '0')}`
  await db.execute(
    `INSERT INTO number_register (series, number, status, resource, recordId, takenAt, takenBy) VALUES (?, ?, 'used', ?, ?, ?, ?)`,
    [series, number, owner.resource, owner.id, now, who.username],
    tx,
  )
  return number
}

/** A number whose paper is void keeps its place in the register, with the reason. */
export async function voidNumber({ db, tx, now }: Context, number: string, reason: string): Promise<void> {
  await db.execute(
    `UPDATE number_register SET status = 'void', reason = ?, voidedAt = ? WHERE number = ? AND status = 'used'`,
    [reason, now, number],
    tx,
  )
}
