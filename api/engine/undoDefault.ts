import type { Context } from './context.js'
import { findRecords, updateRecord, type StoredRecord } from './records.js'
import type { Ref, Stored } from './resource.js'

/** Takes `isDefault` from every other record of the resource, or of the part of it that `among` names. */
export async function undoDefault(
  context: Context,
  name: string,
  record: Stored,
  among: Record<string, string> = {},
): Promise<void> {
  const of: Ref<StoredRecord> = { name }
  for (const former of await findRecords(context, of, { isDefault: true, ...among }, { lock: true }))
    if (former.id !== record.id) await updateRecord(context, of, former, { isDefault: false })
}
