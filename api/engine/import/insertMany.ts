import type { Context } from '../context.js'
import { storeEvents } from '../audit.js'
import type { Entry } from '../catalog.js'
import { fieldsOf, type Stored } from '../resource.js'
import { column, oneOf } from '../condition.js'
import { insertRows } from '../insertRows.js'
import { create } from '../operations.js'
import { blank, noteEvent, refusals, withDefaults, type StoredRecord } from '../records.js'
import { toRow } from '../tables.js'
import type { CheckedRecord } from './checkRecords.js'

/**
 * Creates checked records in the transaction, each with its audit event, and answers their ids. Types that have a
 * unique code and no rules of their own go in many to a statement; all others one by one, as over the API.
 */
export async function insertMany(
  context: Context,
  entry: Entry,
  records: readonly CheckedRecord[],
): Promise<number[]> {
  const key = bulkKey(entry)
  const ids: number[] = []
  if (key === null) for (const { body } of records) ids.push((await create(context, entry, body)).id)
  else ids.push(...(await insertAtOnce(context, entry, key, records)))
  // The events would otherwise all be held until the commit.
  await storeEvents(context)
  context.events.length = 0
  return ids
}

/** The field by which rows of one statement are told apart afterwards; no database promises their ids. */
function bulkKey({ of, lines }: Entry): string | null {
  if (of.prepare || of.afterWrite || of.lifecycle || lines.length > 0) return null
  return (
    fieldsOf(of).find(([, { kind, unique, required }]) => kind === 'text' && unique && required)?.[0] ?? null
  )
}

async function insertAtOnce(
  context: Context,
  entry: Entry,
  key: string,
  records: readonly CheckedRecord[],
): Promise<number[]> {
  const { of } = entry
  const { db, tx, now } = context
  if (records.length === 0) return []
  const own = { version: 1, createdAt: now, updatedAt: now }
  const full = records.map(({ values }): Stored => ({
    ...blank(of.fields),
    ...own,
    ...withDefaults(of.fields, values),
  }))
  await refusals(entry, () =>
    insertRows(
      entry.sequelize,
      entry.sql.table,
      full.map((record) => ({ ...own, ...toRow(of.fields, record) })),
      tx,
    ),
  )
  const keys = full.map((record) => String(record[key]))
  const among = oneOf(key, keys)
  const rows = await db.select(
    `SELECT id, ${column(key)} AS name FROM ${entry.sql.table} WHERE ${among.sql}`,
    among.values,
    tx,
  )
  const ids = new Map(rows.map((row) => [String(row.name), Number(row.id)]))
  return full.map((record) => {
    const id = ids.get(String(record[key]))
    if (id === undefined)
      throw new Error(`${of.name} "${String(record[key])}" is not there after it was inserted.`)
    const stored: StoredRecord = { ...record, id, version: 1 }
    noteEvent(context, entry, 'create', stored, null)
    return id
  })
}
