import type { Database, Tx } from '../../db/database.js'
import type { BackupColumn, BackupRow } from './format.js'
import { readBackup } from './readBackup.js'
import { quoted } from './rowsOf.js'

/** Puts the rows of a backup into the tables, which were just made; all inside one transaction. */
export async function loadBackup(db: Database, file: string, tx: Tx, signal?: AbortSignal): Promise<void> {
  // Tables come by name, not by who refers to whom; what they refer to is all there in the end.
  const inAnyOrder = db.dialect === 'mysql' ? 'SET FOREIGN_KEY_CHECKS = 0' : 'PRAGMA defer_foreign_keys = ON'
  await db.execute(inAnyOrder, [], tx)
  try {
    let table: { name: string; columns: BackupColumn[] } | null = null
    for await (const part of readBackup(file)) {
      signal?.throwIfAborted()
      if (part.kind === 'table') {
        table = part
        await db.execute(`DELETE FROM ${quoted(db, part.name)}`, [], tx)
      }
      if (part.kind === 'rows' && table) await insert(db, table, part.rows, tx)
    }
  } finally {
    if (db.dialect === 'mysql') await db.execute('SET FOREIGN_KEY_CHECKS = 1', [], tx)
  }
}

async function insert(
  db: Database,
  { name, columns }: { name: string; columns: BackupColumn[] },
  rows: BackupRow[],
  tx: Tx,
): Promise<void> {
  const list = columns.map((column) => quoted(db, column.name)).join(', ')
  const marks = `(${columns.map(() => '?').join(', ')})`
  await db.execute(
    `INSERT INTO ${quoted(db, name)} (${list}) VALUES ${rows.map(() => marks).join(', ')}`,
    rows.flatMap((row) =>
      row.map((value, at) =>
        columns[at]?.kind === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
      ),
    ),
    tx,
  )
}
