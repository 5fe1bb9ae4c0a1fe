import type { Database } from '../../db/database.js'
import { TooManyTries } from '../../engine/problems.js'

const WINDOW_MS = 15 * 60_000
/** Failures allowed in a window: per account, and per address behind which a whole office may sit. */
const MOST = { user: 10, address: 60 }

type Scope = keyof typeof MOST

const key = (scope: Scope, name: string) => `${scope}:${name.toLowerCase().slice(0, 100)}`

/** Refuses with 429 while too many sign-ins of this account or address have failed. Counted for all replicas. */
export async function refuseWhenThrottled(db: Database, scope: Scope, name: string): Promise<void> {
  const [row] = await db.select('SELECT failures, since FROM sign_in_failures WHERE name = ?', [
    key(scope, name),
  ])
  if (!row) return
  const left = Date.parse(String(row.since)) + WINDOW_MS - Date.now()
  if (Number(row.failures) >= MOST[scope] && left > 0) throw TooManyTries(Math.ceil(left / 1000))
}

export async function countFailure(db: Database, scope: Scope, name: string): Promise<void> {
  const now = new Date()
  const windowStart = new Date(now.getTime() - WINDOW_MS).toISOString()
  await db.transaction(async (tx) => {
    await db.execute(
      'DELETE FROM sign_in_failures WHERE name = ? AND since < ?',
      [key(scope, name), windowStart],
      tx,
    )
    const counted = await db.execute(
      'UPDATE sign_in_failures SET failures = failures + 1 WHERE name = ?',
      [key(scope, name)],
      tx,
    )
    if (counted === 0)
      await db.execute(
        `INSERT ${db.dialect === 'mysql' ? 'IGNORE' : 'OR IGNORE'} INTO sign_in_failures (name, failures, since) VALUES (?, 1, ?)`,
        [key(scope, name), now.toISOString()],
        tx,
      )
  })
}

export const forgetFailures = (db: Database, scope: Scope, name: string): Promise<number> =>
  db.execute('DELETE FROM sign_in_failures WHERE name = ?', [key(scope, name)])
