import { column } from '../../../engine/condition.js'
import type { Context } from '../../../engine/context.js'
import { noteEvent } from '../../../engine/records.js'
import type { RecordOf, Stored } from '../../../engine/resource.js'
import { toRow } from '../../../engine/tables.js'
import { documentCopies } from '../../refs.js'

/** Stores the same change to copies that were read under a lock: one statement, an audit event each. */
export async function updateCopies(
  context: Context,
  copies: RecordOf<typeof documentCopies>[],
  changes: Stored,
  action: string,
): Promise<void> {
  if (copies.length === 0) return
  const entry = context.catalog.get(documentCopies.name)
  const row = { ...toRow(entry.of.fields, changes), updatedAt: context.now }
  const set = Object.keys(row).map((name) => `${column(name)} = ?`)
  await context.db.execute(
    `UPDATE ${entry.sql.table} SET ${set.join(', ')}, version = version + 1 WHERE id IN (${copies.map(() => '?').join(', ')})`,
    [...Object.values(row), ...copies.map(({ id }) => id)],
    context.tx,
  )
  for (const copy of copies)
    noteEvent(
      context,
      entry,
      action,
      { ...copy, ...changes, version: copy.version + 1, updatedAt: context.now },
      copy,
    )
}
