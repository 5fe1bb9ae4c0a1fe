import { createHash } from 'node:crypto'
import type { Database, Tx } from '../../db/database.js'
import { say } from '../../engine/text.js'
import { BackupFault } from './backupFault.js'
import type { BackupManifest } from './format.js'
import { rowsOf } from './rowsOf.js'
import { backedUpTables } from './tables.js'

/** Reads every table back and compares its rows with the backup, hash by hash; throws at the first difference. */
export async function compareTables(
  db: Database,
  { tables }: BackupManifest,
  tx: Tx,
  signal?: AbortSignal,
): Promise<void> {
  const here = await backedUpTables(db, tx)
  for (const name of new Set([...here, ...tables].map((table) => table.name))) {
    const table = here.find((one) => one.name === name)
    const wanted = tables.find((one) => one.name === name)
    const hash = createHash('sha256')
    let rows = 0
    if (table)
      for await (const batch of rowsOf(db, table, tx)) {
        signal?.throwIfAborted()
        hash.update(`${batch.join('\n')}\n`)
        rows += batch.length
      }
    if (!table || rows !== (wanted?.rows ?? 0) || (wanted && hash.digest('hex') !== wanted.sha256))
      throw new BackupFault(
        say(
          `恢复后的表 ${name} 与备份不一致，数据库已恢复为空。`,
          `The restored table ${name} is not as it was backed up; the database was left empty.`,
        ),
      )
  }
}
