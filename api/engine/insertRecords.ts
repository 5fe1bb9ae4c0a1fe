import type { Context } from './context.js'
import { insertForIds } from './insertRows.js'
import { blank, noteEvent, refusals, withDefaults, type StoredRecord } from './records.js'
import type { Ref, Stored } from './resource.js'
import { toRow } from './tables.js'

/**
 * Stores many new records by one statement, each with its audit event. For types without lines and without effects of
 * their own after a write. `keys` are the fields that tell these records apart.
 */
export async function insertRecords(
  context: Context,
  resource: Ref<unknown>,
  values: readonly Stored[],
  keys: readonly string[],
  action = 'create',
): Promise<StoredRecord[]> {
  const { db, tx, now, catalog } = context
  const entry = catalog.get(resource.name)
  const { of, sql } = entry
  if (entry.lines.length > 0 || of.afterWrite) throw new Error(`${of.name} is stored one by one.`)
  const own = { version: 1, createdAt: now, updatedAt: now }
  const full = values.map((one): Stored => ({ ...blank(of.fields), ...own, ...withDefaults(of.fields, one) }))
  const rows = full.map((record) => ({ ...own, ...toRow(of.fields, record) }))
  const ids = await refusals(entry, () => insertForIds(db, sql.table, rows, keys, tx))
  return full.map((record, at) => {
    const stored: StoredRecord = { ...record, id: Number(ids[at]), version: 1 }
    noteEvent(context, entry, action, stored, null)
    return stored
  })
}
