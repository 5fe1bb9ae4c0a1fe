import type { Database } from '../../db/database.js'
import { say } from '../../engine/text.js'
import { BackupFault } from './backupFault.js'
import { quoted } from './rowsOf.js'

/** What setting up a database writes by itself: no work of anybody is lost with it. */
const SET_UP = new Set(['migrations', 'audit_head', 'audit_events', 'templates'])

/** Refuses a database in which anybody has worked; answers when a backup may go into it. */
export async function requireEmpty(db: Database): Promise<void> {
  const tables = await tableNames(db)
  for (const table of tables) {
    const own = table === 'audit_events' ? `WHERE resource <> 'templates'` : ''
    if (SET_UP.has(table) && table !== 'audit_events') continue
    const [row] = await db.select(`SELECT COUNT(*) AS n FROM ${quoted(db, table)} ${own}`)
    if (Number(row?.n) > 0)
      throw new BackupFault(
        say(
          `目标数据库不是空的（${table} 有 ${Number(row?.n)} 行）。只能恢复到空数据库：请新建一个数据库，用 DATABASE_URL 指向它后重试。`,
          `The database is not empty (${table} holds ${Number(row?.n)} rows). A backup only goes into an empty one: make a new database, point DATABASE_URL at it and try again.`,
        ),
      )
  }
}

/** Removes every table. Only for a database that was empty before. */
export async function dropTables(db: Database): Promise<void> {
  const tables = await tableNames(db)
  await db.transaction(async (tx) => {
    if (db.dialect === 'mysql') await db.execute('SET FOREIGN_KEY_CHECKS = 0', [], tx)
    try {
      for (const table of tables) await db.execute(`DROP TABLE ${quoted(db, table)}`, [], tx)
    } finally {
      if (db.dialect === 'mysql') await db.execute('SET FOREIGN_KEY_CHECKS = 1', [], tx)
    }
  })
}

/** Youngest first where the database tells: a table refers only to older ones. */
async function tableNames(db: Database): Promise<string[]> {
  const rows = await db.select(
    db.dialect === 'mysql'
      ? `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'`
      : `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid DESC`,
  )
  return rows.map(({ name }) => String(name))
}
