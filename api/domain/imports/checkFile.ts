import { checkRecords, faultsOf, type CheckedRecord } from '../../engine/import/checkRecords.js'
import type { Faults } from '../../engine/import/faults.js'
import { rehearse } from '../../engine/import/rehearse.js'
import type { Work } from './changeImport.js'
import { mappingOf } from './fileColumns.js'
import type { Import } from './import.js'
import { importFile } from './importFile.js'
import { tellProgress } from './tellProgress.js'

export interface Checked {
  faults: Faults
  /** How many records the file holds that are right. */
  count: number
  /** Those records, if they were to be kept. */
  records: CheckedRecord[]
}

/** Checks every row of the import's file as the importing person; progress goes up to `to` percent. */
export async function checkFile(work: Work, record: Import, to: number, keep: boolean): Promise<Checked> {
  const { db, catalog, who } = work
  const entry = catalog.get(record.target)
  const mapping = mappingOf(record.mapping)
  const faults = faultsOf(mapping)
  const progress = tellProgress(work, record.rowCount, 0, to)
  const sheet = await importFile(db, Number(record.fileId), record.size)
  const records: CheckedRecord[] = []
  let [count, rows] = [0, 0]
  const by = { catalog, entry, who, defaults: (await entry.of.defaults?.(db)) ?? {} }
  for await (const batch of checkRecords(by, sheet, record.headRow, mapping, faults)) {
    await rehearse(db, catalog, entry, who, batch, faults)
    count += batch.length
    rows += batch.reduce((sum, { lineRows }) => sum + Math.max(1, lineRows.length), 0)
    if (keep && faults.count === 0) records.push(...batch)
    await progress(rows)
  }
  return { faults, count, records }
}
