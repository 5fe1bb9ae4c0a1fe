import type { Entry } from '../../engine/catalog.js'
import type { CheckedRecord } from '../../engine/import/checkRecords.js'
import { insertMany } from '../../engine/import/insertMany.js'
import { mayImport } from '../../engine/import/importable.js'
import { Problem } from '../../engine/problem.js'
import { Forbidden } from '../../engine/problems.js'
import { write } from '../../engine/unitOfWork.js'
import { changeImport, changeWithin, requestIdOf, type Work } from './changeImport.js'
import { checkFile } from './checkFile.js'
import type { Import } from './import.js'
import { noteImported } from './importedIds.js'
import { tellProgress } from './tellProgress.js'

const BATCH = 250

/**
 * Checks the file once more, then creates all its records in one transaction that also ends the import: a process
 * that dies before the commit leaves nothing, and whoever takes the claim begins again.
 */
export async function doRun(work: Work, record: Import): Promise<void> {
  const entry = work.catalog.get(record.target)
  if (!mayImport(entry.of, work.who)) throw Forbidden()
  const checked = await checkFile(work, record, 50, true)
  if (checked.faults.count > 0) return refuse(work, checked)
  try {
    await createAll(work, entry, checked.records)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // Somebody was quicker with the same code, or deleted what a row names: the check now finds the cell.
    const again = await checkFile(work, record, 99, false)
    if (again.faults.count > 0) return refuse(work, again)
    throw error
  }
}

const refuse = async (work: Work, { faults, count }: Awaited<ReturnType<typeof checkFile>>) => {
  await changeImport(work, {
    action: 'refuse',
    values: { status: 'faulty', progress: 100, recordCount: count, errorCount: faults.count },
    errors: faults.list,
  })
}

async function createAll(work: Work, entry: Entry, records: readonly CheckedRecord[]): Promise<void> {
  // SQLite has one writer: while it writes the records nobody can write how far it is.
  const progress = work.db.dialect === 'mysql' ? tellProgress(work, records.length, 50, 99) : stopped(work)
  await write({ ...work, requestId: requestIdOf(work) }, async (context) => {
    const ids: number[] = []
    for (let at = 0; at < records.length; at += BATCH) {
      const made = await insertMany(context, entry, records.slice(at, at + BATCH))
      await noteImported(context, work.claim.id, made)
      ids.push(...made)
      await progress(ids.length)
    }
    await changeWithin(context, work, {
      action: 'finish',
      values: { status: 'done', progress: 100, recordCount: ids.length, importedAt: context.now },
    })
  })
}

const stopped =
  ({ signal }: Work) =>
  async (): Promise<void> =>
    signal.throwIfAborted()
