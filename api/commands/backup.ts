import path from 'node:path'
import { parseArgs } from 'node:util'
import { takeClaim } from '../db/claims.js'
import { pendingMigrations } from '../db/migrate.js'
import { BackupFault } from '../domain/backup/backupFault.js'
import { changeRun, factsOf, insertRun } from '../domain/backup/recordRun.js'
import { testRestore } from '../domain/backup/testRestore.js'
import { writeBackup } from '../domain/backup/writeBackup.js'
import { withDatabase, type CommandContext } from './withDatabase.js'

/**
 * `npm run backup -- --to FILE [--no-test]`: the whole database in one file, while everybody goes on working. Then it
 * is restored into a scratch database beside it and compared, unless told not to.
 */
await withDatabase(async (context) => {
  const { to, 'no-test': untested } = parseArgs({
    options: { to: { type: 'string' }, 'no-test': { type: 'boolean' } },
  }).values
  if (!to) {
    process.stderr.write('Say where: npm run backup -- --to FILE 请写明文件名。\n')
    return 1
  }
  const file = path.resolve(to)
  try {
    const written = await writeBackup(context.db, file)
    const { manifest, size, sha256 } = written
    process.stdout.write(
      `${file}\n${size} bytes, ${manifest.tables.length} tables, ${manifest.rows} rows, SHA-256 ${sha256}\n`,
    )
    if (!untested) {
      await testRestore(file)
      process.stdout.write(
        'Restored into a scratch database: every table the same. 已验证可恢复，逐表一致。\n',
      )
    }
    await record(context, file, { ...factsOf(written) }, untested ? null : new Date().toISOString())
    return 0
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
})

/** The console shows this backup too; a database of an older version has no place for that yet. */
async function record(
  { db, catalog }: CommandContext,
  file: string,
  facts: Record<string, unknown>,
  testedAt: string | null,
): Promise<void> {
  if ((await pendingMigrations(db)).length > 0) return
  const by = { db, catalog }
  const id = await insertRun(by, {
    origin: 'command',
    status: 'running',
    file: path.basename(file).slice(-200),
  })
  const claim = await takeClaim(db, 'backup_runs', id)
  const status = testedAt === null ? 'written' : 'proven'
  if (claim)
    await changeRun(by, claim, 'finish', { ...facts, status, testedAt, endedAt: new Date().toISOString() })
}
