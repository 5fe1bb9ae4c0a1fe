import { run } from '../../db/driver.js'
import { storeEvents } from '../audit.js'
import type { Entry } from '../catalog.js'
import type { Context } from '../context.js'
import { oneOf, type Condition } from '../condition.js'
import { fieldsOf } from '../resource.js'
import { noteEvent, readRecord, refusals, type StoredRecord } from '../records.js'

/** Takes back records that nothing uses: as their type says, else by deleting them with their lines. Each has its audit event. */
export async function undoMany(
  context: Context,
  entry: Entry,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  const { of } = entry
  const records: StoredRecord[] = []
  for (const id of ids) {
    const record = await readRecord(entry, id, { tx: context.tx })
    if (record) records.push(record)
  }
  if (of.importable?.undo) await of.importable.undo(context, records, reason)
  else if (records.length > 0) {
    const [by, its] = [oneOf('id', ids), oneOf('parentId', ids)]
    const remove = (table: string, { sql, values }: Condition) =>
      run(entry.sequelize, `DELETE FROM ${table} WHERE ${sql}`, values, context.tx)
    await refusals(entry, async () => {
      for (const line of entry.lines) await remove(line.sql.table, its)
      await remove(entry.sql.table, by)
    })
    for (const record of records) noteEvent(context, entry, 'delete', null, record)
  }
  await storeEvents(context)
  context.events.length = 0
}

/** Where other records may refer to this type: the table and its column, and what people call those records. */
export function referrers(context: Context, name: string) {
  return context.catalog.list.flatMap((entry) => [
    ...columnsTo(entry.of.fields, name).map((field) => ({ entry, table: entry.sql.table, field })),
    ...entry.lines.flatMap(({ fields, sql }) =>
      columnsTo(fields, name).map((field) => ({ entry, table: sql.table, field })),
    ),
  ])
}

const columnsTo = (fields: Entry['of']['fields'], name: string): string[] =>
  fieldsOf({ fields }).flatMap(([column, field]) =>
    field.kind === 'reference' && field.reference === name && !field.many && !field.derived ? [column] : [],
  )
