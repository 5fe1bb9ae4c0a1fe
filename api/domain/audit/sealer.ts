import type { Database } from '../../db/database.js'
import { sha256 } from '../../engine/canonical.js'

/** Events of one sealing; as many were sealed, more may wait. */
export const SEALED_AT_ONCE = 500

/** The hash of one link: the hash before it and the very bytes of the event. */
export const linkHash = (before: string, seq: number, payload: string): string =>
  sha256(`${before}\n${seq}\n${payload}`)

/**
 * Gives committed events their `seq` and chains them, a batch at a time; answers how many. The head is moved by
 * compare-and-set, so several replicas may seal at once and writers never queue here: one that loses does nothing.
 */
export async function sealEvents(db: Database): Promise<number> {
  const waiting = await db.select('SELECT id FROM audit_events WHERE seq IS NULL LIMIT 1')
  if (waiting.length === 0) return 0
  return db.transaction(async (tx) => {
    const [head] = await db.select('SELECT seq, hash FROM audit_head WHERE id = 1', [], tx)
    const events = await db.select(
      'SELECT id, payload FROM audit_events WHERE seq IS NULL ORDER BY id LIMIT ?',
      [SEALED_AT_ONCE],
      tx,
    )
    if (!head || events.length === 0) return 0
    const from = Number(head.seq)
    let [seq, hash] = [from, String(head.hash)]
    const sealed = events.map(({ id, payload }) => {
      seq += 1
      hash = linkHash(hash, seq, String(payload))
      return { id: Number(id), seq, hash }
    })
    const moved = await db.execute(
      'UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1 AND seq = ?',
      [seq, hash, from],
      tx,
    )
    if (moved !== 1) return 0
    const ids = sealed.map(({ id }) => id)
    const cases = sealed.map(() => 'WHEN ? THEN ?').join(' ')
    await db.execute(
      `UPDATE audit_events SET seq = CASE id ${cases} END, hash = CASE id ${cases} END
       WHERE id IN (${ids.map(() => '?').join(', ')}) AND seq IS NULL`,
      [...sealed.flatMap((one) => [one.id, one.seq]), ...sealed.flatMap((one) => [one.id, one.hash]), ...ids],
      tx,
    )
    return sealed.length
  })
}
