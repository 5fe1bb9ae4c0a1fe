import type { Context } from '../../engine/context.js'
import { parseJson } from '../../engine/shapes.js'

/** The newest template of a kind, or null. */
export async function currentTemplate(
  { db, tx }: Context,
  kind: string,
): Promise<{ id: number; papers: unknown } | null> {
  const [row] = await db.select(
    'SELECT id, papers FROM templates WHERE kind = ? ORDER BY edition DESC LIMIT 1',
    [kind],
    tx,
  )
  return row ? { id: Number(row.id), papers: parseJson(row.papers) } : null
}
