import type { Database, Tx } from '../../../db/database.js'
import { parseJson } from '../../../engine/shapes.js'

/**
 * The template that is used for a kind from now on, or null: the newest one that the house published, and while it
 * has published none, the newest built-in one. So an upgrade never overrules a house; what came with it is offered.
 */
export async function currentTemplate({ db, tx }: { db: Database; tx?: Tx }, kind: string) {
  const [row] = await db.select(
    'SELECT id, edition, sha256, files, papers FROM templates WHERE kind = ? ORDER BY builtIn, edition DESC LIMIT 1',
    [kind],
    tx,
  )
  return row
    ? {
        id: Number(row.id),
        edition: Number(row.edition),
        sha256: String(row.sha256),
        files: parseJson(row.files),
        papers: parseJson(row.papers),
      }
    : null
}
