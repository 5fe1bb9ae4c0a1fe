import type { Database, Tx } from './database.js'
import type { Value } from './driver.js'

/**
 * Makes the row unless its key is taken. The row is locked for changing either way: InnoDB's INSERT IGNORE would lock a
 * row that is there for sharing only, and two who then change it wait for each other.
 */
export async function ensureRow(
  db: Database,
  table: string,
  row: Record<string, Value>,
  tx: Tx,
): Promise<void> {
  const columns = Object.keys(row)
  const [first] = columns
  const insert = `INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  await db.execute(
    db.dialect === 'mysql'
      ? `INSERT ${insert} ON DUPLICATE KEY UPDATE ${first} = ${first}`
      : `INSERT OR IGNORE ${insert}`,
    Object.values(row),
    tx,
  )
}
