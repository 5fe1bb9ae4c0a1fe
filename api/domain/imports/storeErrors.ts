import type { Context } from '../../engine/context.js'
import type { CellProblem } from '../../engine/import/faults.js'

/** Keeps what is wrong with the cells of a file beside its import: a list for the reader, and no part of the audit trail. */
export const storeErrors = (
  { db, tx }: Context,
  importId: number,
  errors: readonly CellProblem[],
): Promise<number> =>
  db.execute('UPDATE imports SET errors = ? WHERE id = ?', [JSON.stringify(errors), importId], tx)
