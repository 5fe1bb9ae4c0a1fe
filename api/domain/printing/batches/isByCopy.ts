import type { Context } from '../../../engine/context.js'
import { printBatches } from '../../refs.js'

/**
 * Whether each copy of a paper that is issued now comes out in a round of its own: only in a batch, by what was chosen for
 * it, else by the paper's copy set. Plies of a carbonless form are one pass and can't be parted.
 */
export async function isByCopy(
  { db, tx, gathering }: Context,
  { mode, collation }: { mode: string; collation: string },
): Promise<boolean> {
  if (gathering?.resource !== printBatches.name || mode === 'carbonless') return false
  const [batch] = await db.select('SELECT collation FROM print_batches WHERE id = ?', [gathering.id], tx)
  return (batch?.collation ?? collation) === 'copy'
}
