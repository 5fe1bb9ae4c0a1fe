import type { Database, Tx } from '../../db/database.js'
import { ensureRow } from '../../db/ensureRow.js'
import { TooManyTries } from '../../engine/problems.js'

const WINDOW_MS = 15 * 60_000
/** Failures allowed in a window: per account, and per address behind which a whole office may sit. */
const MOST = { user: 10, address: 60 }

type Scope = keyof typeof MOST

const key = (scope: Scope, name: string) => `${scope}:${name.toLowerCase().slice(0, 100)}`

/**
 * Counts a sign-in of this account from this address as failed until it succeeds; refuses it with 429 when too many
 * have. It is counted before the password is looked at, so that many at the same time are not more than one after
 * another, and in the database, for all replicas.
 */
export function countTry(db: Database, username: string, address: string): Promise<void> {
  const now = new Date()
  return db.transaction(async (tx) => {
    await count(db, tx, key('address', address), MOST.address, now)
    await count(db, tx, key('user', username), MOST.user, now)
  })
}

async function count(db: Database, tx: Tx, name: string, most: number, now: Date): Promise<void> {
  const windowStart = new Date(now.getTime() - WINDOW_MS).toISOString()
  await ensureRow(db, 'sign_in_failures', { name, failures: 0, since: now.toISOString() }, tx)
  await db.execute(
    'UPDATE sign_in_failures SET failures = 0, since = ? WHERE name = ? AND since < ?',
    [now.toISOString(), name, windowStart],
    tx,
  )
  const counted = await db.execute(
    'UPDATE sign_in_failures SET failures = failures + 1 WHERE name = ? AND failures < ?',
    [name, most],
    tx,
  )
  if (counted === 1) return
  const [row] = await db.select('SELECT since FROM sign_in_failures WHERE name = ?', [name], tx)
  const left = Date.parse(String(row?.since)) + WINDOW_MS - now.getTime()
  throw TooManyTries(Math.max(1, Math.ceil(left / 1000)))
}

/** The password was right: the account starts anew, and the address is one try better off. */
export async function forgetTry(db: Database, username: string, address: string): Promise<void> {
  await db.execute('DELETE FROM sign_in_failures WHERE name = ?', [key('user', username)])
  await db.execute('UPDATE sign_in_failures SET failures = failures - 1 WHERE name = ? AND failures > 0', [
    key('address', address),
  ])
}
