import { knownMigrations, migrate } from '../../db/migrate.js'
import type { Database, Tx } from '../../db/database.js'
import { isDiskFull, uniqueViolation } from '../../db/errors.js'
import { say, type Language, type Text2 } from '../../engine/text.js'
import { verifyChain } from '../audit/verifyChain.js'
import { verifyNumbers } from '../numbers/verifyNumbers.js'
import { verifyStock } from '../stock/verifyStock.js'
import { BackupFault } from './backupFault.js'
import { checkBackup } from './checkBackup.js'
import { compareTables } from './compareTables.js'
import { dropTables, requireEmpty } from './emptyDatabase.js'
import type { BackupManifest } from './format.js'
import { loadBackup } from './loadBackup.js'

export interface RestoreOptions {
  /** Also when the data themselves are at fault: an audit chain or a stock that was wrong when it was backed up. */
  acceptFaults?: boolean
  signal?: AbortSignal
}

export interface Restored {
  manifest: BackupManifest
  /** What was at fault in the data already when they were backed up, in sentences. */
  faults: Text2[]
  /** Migrations that ran after it, because the backup is of an older version. */
  migrated: string[]
}

/**
 * Brings a backup into an empty database, on either kind. The whole file is checked before anything is touched, and
 * every table is read back and compared by its hash before it is committed; else the database is left empty.
 */
export async function restoreBackup(
  db: Database,
  file: string,
  { acceptFaults = false, signal }: RestoreOptions = {},
): Promise<Restored> {
  const manifest = await checkBackup(file)
  refuseNewer(manifest)
  await requireEmpty(db)
  await dropTables(db)
  try {
    await migrate(db, manifest.migrations.at(-1))
    const faults = await db.transaction(async (tx) => {
      await loadBackup(db, file, tx, signal)
      await compareTables(db, manifest, tx, signal)
      const found = await faultsOf(db, tx)
      if (found.length > 0 && !acceptFaults) throw faultyData(found)
      return found
    })
    return { manifest, faults, migrated: await migrate(db) }
  } catch (error) {
    await dropTables(db)
    throw worded(error)
  }
}

function refuseNewer({ migrations }: BackupManifest): void {
  const known = knownMigrations()
  if (migrations.length === 0 || migrations.some((name, at) => name !== known[at]))
    throw new BackupFault(
      say(
        '这份备份由另一个版本（通常是更新的版本）制作，请先安装那个版本再恢复。',
        'This backup was made by another version of Slipway, most likely a newer one: install that version first.',
      ),
    )
}

const faultsOf = async (db: Database, tx: Tx): Promise<Text2[]> => [
  ...(await verifyChain(db, tx)).faults,
  ...(await verifyStock(db, tx)),
  ...(await verifyNumbers(db, tx)),
]

const faultyData = (faults: Text2[]) =>
  new BackupFault(
    say(
      `备份内容与备份时一致，但数据本身有误：${firstOf(faults, 'zh')} 仍要恢复请加 --accept-faults。`,
      `The backup is as it was written, but its data are at fault: ${firstOf(faults, 'en')} To restore it all the same, add --accept-faults.`,
    ),
  )

const firstOf = (faults: Text2[], language: Language): string =>
  faults
    .slice(0, 3)
    .map((fault) => fault[language])
    .join(' ')

function worded(error: unknown): unknown {
  const taken = uniqueViolation(error)
  if (taken !== null)
    return new BackupFault(
      say(
        `目标数据库认为两个值相同，而来源数据库认为不同：${taken} 请在来源中改名后重新备份。`,
        `The target takes two values for the same that the source did not: ${taken} Rename one of them in the source and back it up again.`,
      ),
    )
  if (!isDiskFull(error)) return error
  return new BackupFault(
    say(
      '目标数据库所在磁盘已满；数据库保持为空，请清出空间后重试。',
      "The target database's disk is full; it was left empty. Free some space and try again.",
    ),
  )
}
