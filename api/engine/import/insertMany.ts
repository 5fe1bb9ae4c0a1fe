import type { Context } from '../context.js'
import { storeEvents } from '../audit.js'
import type { Entry } from '../catalog.js'
import { insertRecords } from '../insertRecords.js'
import { create } from '../operations.js'
import { fieldsOf } from '../resource.js'
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
  else {
    const made = await insertRecords(
      context,
      entry.of,
      records.map(({ values }) => values),
      [key],
    )
    ids.push(...made.map(({ id }) => id))
  }
  // The events would otherwise all be held until the commit.
  await storeEvents(context)
  context.events.length = 0
  return ids
}

/** The field by which rows of one statement are told apart afterwards. */
function bulkKey({ of, lines }: Entry): string | null {
  if (of.prepare || of.afterWrite || of.lifecycle || lines.length > 0) return null
  return (
    fieldsOf(of).find(([, { kind, unique, required }]) => kind === 'text' && unique && required)?.[0] ?? null
  )
}
