import path from 'node:path'
import { parseArgs } from 'node:util'
import { BackupFault } from '../domain/backup/backupFault.js'
import { restoreBackup } from '../domain/backup/restoreBackup.js'
import { write } from '../engine/unitOfWork.js'
import { operator, withDatabase } from './withDatabase.js'
import { worded } from './worded.js'

/** `npm run restore -- --from FILE [--accept-faults]`: brings a backup into the empty database of DATABASE_URL. */
await withDatabase(async ({ db, catalog }) => {
  const { from, 'accept-faults': acceptFaults = false } = parseArgs({
    options: { from: { type: 'string' }, 'accept-faults': { type: 'boolean' } },
  }).values
  if (!from) {
    process.stderr.write('Say from which file: npm run restore -- --from FILE 请写明备份文件。\n')
    return 1
  }
  try {
    const { manifest, faults, migrated } = await restoreBackup(db, path.resolve(from), { acceptFaults })
    await write({ db, catalog, who: operator, requestId: 'restore' }, async ({ events }) => {
      const after = { file: path.basename(from), madeAt: manifest.madeAt, rows: manifest.rows }
      events.push({
        action: 'restore',
        resource: 'backup-runs',
        recordId: null,
        version: null,
        before: null,
        after,
      })
    })
    for (const fault of faults) process.stderr.write(`${worded(fault)}\n`)
    if (migrated.length > 0)
      process.stdout.write(`The backup is of an older version; brought up to date: ${migrated.join(', ')}\n`)
    process.stdout.write(
      `Restored as of ${manifest.madeAt}: ${manifest.tables.length} tables, ${manifest.rows} rows, all compared. Everybody signs in again.\n` +
        `已恢复到 ${manifest.madeAt} 的状态，逐表核对一致；所有人需要重新登录。\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
})
