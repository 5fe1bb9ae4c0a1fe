import { canonicalJson, sha256 } from '../../engine/canonical.js'
import type { Context } from '../../engine/context.js'
import type { Database } from '../../db/database.js'
import { foldHead } from '../../engine/import/fold.js'
import type { FileColumn } from '../../engine/import/readHead.js'
import type { Mapping } from '../../engine/import/suggestMapping.js'
import { asObject, parseJson } from '../../engine/shapes.js'

/** A file with the same heads, in whatever order, is mapped as the person mapped the last one. */
const headsOf = (columns: readonly FileColumn[]): string =>
  sha256(
    canonicalJson(
      columns
        .map(({ head }) => foldHead(head))
        .filter(Boolean)
        .sort(),
    ),
  )

/** What the person chose for these heads the last time, by the letters of this file; null when there was no such file. */
export async function rememberedMapping(
  db: Database,
  userId: number,
  target: string,
  columns: readonly FileColumn[],
): Promise<Mapping | null> {
  const [row] = await db.select(
    'SELECT mapping FROM import_mappings WHERE userId = ? AND target = ? AND heads = ?',
    [userId, target, headsOf(columns)],
  )
  if (!row) return null
  const byHead = asObject(parseJson(row.mapping))
  return Object.fromEntries(
    columns.flatMap(({ letter, head }) => {
      const path = byHead[foldHead(head)]
      return head !== '' && typeof path === 'string' ? [[letter, path]] : []
    }),
  )
}

export async function rememberMapping(
  { db, tx }: Context,
  userId: number,
  target: string,
  columns: readonly FileColumn[],
  mapping: Mapping,
): Promise<void> {
  const byHead = columns.flatMap(({ letter, head }) =>
    head && mapping[letter] ? [[foldHead(head), mapping[letter]]] : [],
  )
  const key = [userId, target, headsOf(columns)]
  await db.execute('DELETE FROM import_mappings WHERE userId = ? AND target = ? AND heads = ?', key, tx)
  await db.execute(
    'INSERT INTO import_mappings (userId, target, heads, mapping) VALUES (?, ?, ?, ?)',
    [...key, JSON.stringify(Object.fromEntries(byHead))],
    tx,
  )
}
