import { asNumbers } from '../../../engine/shapes.js'

/**
 * What there is to do at a printer, as conditions and an order for SQL over `print_jobs j`, `printers p` and, outer
 * joined, `print_batches b`. What is underway is brought to its end whatever people paused. A batch waits until it is
 * complete, and behind a sheet of which nobody knows whether it came out.
 */
export const isUnderway = "j.status IN ('sending', 'accepted', 'printing')"

export const isReady = `(p.paused = 0 AND j.status IN ('queued', 'rendering') AND (j.batchId IS NULL OR b.status = 'open'))`

/** What is underway, then the rest of a batch that has begun, then as it was queued; a batch stays together. */
export const inOrderOfWork = `CASE WHEN ${isUnderway} THEN 0 WHEN b.startedAt IS NOT NULL THEN 1 ELSE 2 END,
  COALESCE(b.firstJobId, j.id), j.batchPlace, j.id`

/** Jobs that a print server has in hand and does not want again. */
export function butThese(held: readonly number[]): { sql: string; values: number[] } {
  const values = asNumbers(held)
  return values.length === 0
    ? { sql: '', values }
    : { sql: `AND j.id NOT IN (${values.map(() => '?').join(', ')})`, values }
}
