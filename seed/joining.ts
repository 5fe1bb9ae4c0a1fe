import type { Database, Tx } from '../api/db/database.js'

/**
 * The database as seen from inside one transaction: what would be a commit of its own becomes part of that one.
 * So a first start that is broken off leaves no half demo house behind, which the next start would take for whole.
 */
export const joining = (db: Database, tx: Tx): Database => ({
  ...db,
  transaction: (work) => work(tx),
  select: (sql, values, own) => db.select(sql, values, own ?? tx),
  execute: (sql, values, own) => db.execute(sql, values, own ?? tx),
})
