import type { Database } from '../../../db/database.js'
import type { Principal } from '../../../engine/access.js'
import type { Context } from '../../../engine/context.js'

/** Notes that a person was shown the archived PDF of a document that is to be checked before its first print. */
export async function noteLook(
  db: Database,
  who: Principal,
  document: { id: number; checkBeforePrint?: unknown },
): Promise<void> {
  if (who.kind !== 'user' || document.checkBeforePrint !== true) return
  await db.execute(
    `INSERT ${db.dialect === 'mysql' ? 'IGNORE' : 'OR IGNORE'} INTO document_looks (documentId, userId, lookedAt) VALUES (?, ?, ?)`,
    [document.id, who.id, new Date().toISOString()],
  )
}

export async function hasLooked({ db, tx, who }: Context, documentId: number): Promise<boolean> {
  if (who.kind !== 'user') return false
  const looks = await db.select(
    'SELECT lookedAt FROM document_looks WHERE documentId = ? AND userId = ?',
    [documentId, who.id],
    tx,
  )
  return looks.length > 0
}
