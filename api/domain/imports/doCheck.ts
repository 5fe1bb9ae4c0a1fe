import { changeImport, type Work } from './changeImport.js'
import { checkFile } from './checkFile.js'
import type { Import } from './import.js'

/** Checks the file and tells what it found, at its cells. */
export async function doCheck(work: Work, record: Import): Promise<void> {
  const { faults, count } = await checkFile(work, record, 99, false)
  const isRight = faults.count === 0
  await changeImport(work, {
    action: isRight ? 'pass' : 'refuse',
    values: {
      status: isRight ? 'ready' : 'faulty',
      progress: 100,
      recordCount: count,
      errorCount: faults.count,
      checkedAt: new Date().toISOString(),
    },
    errors: faults.list,
  })
}
