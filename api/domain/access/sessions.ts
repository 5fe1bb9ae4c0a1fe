import { createHmac, randomBytes } from 'node:crypto'
import type { Database } from '../../db/database.js'
import type { Principal } from '../../engine/access.js'
import { sha256 } from '../../engine/canonical.js'
import type { Context } from '../../engine/context.js'
import { forgetKept, kept } from '../../engine/kept.js'
import { houseSettings } from '../settings/houseSettings.js'
import { asTexts, parseJson } from '../../engine/shapes.js'

const DAY_MS = 86400_000
const HOUR_MS = 3600_000
/** How old `lastSeenAt` may grow before it is written again. */
const SEEN_MS = 60_000

export interface Session {
  id: number
  expiresAt: string
  csrfToken: string
  user: Principal & { id: number }
}

/** Bound to the session and stored nowhere: whoever holds the cookie's value can compute it, nobody else. */
const csrfTokenOf = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url')

/** Opens a session; answers the token, of which only a hash is stored. */
export async function openSession(
  { db, tx, now }: Context,
  userId: number,
  address: string,
): Promise<{ token: string; csrfToken: string; expiresAt: string }> {
  const token = randomBytes(32).toString('base64url')
  const { sessionDays } = await houseSettings({ db, tx })
  const expiresAt = new Date(Date.parse(now) + sessionDays * DAY_MS).toISOString()
  await db.execute(
    'INSERT INTO sessions (tokenHash, userId, address, createdAt, lastSeenAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?)',
    [sha256(token), userId, address, now, now, expiresAt],
    tx,
  )
  return { token, csrfToken: csrfTokenOf(token), expiresAt }
}

/** The sessions that were asked for lately, by their tokens: begins empty, and is thrown away as a whole. */
const known = kept(['sessions', 'users'], () => Promise.resolve(new Map<string, Session>()))

/**
 * The session of a token for who only reads: ended or given other rights here, it is so from that commit on; by
 * another replica, within two seconds.
 */
export async function sessionToRead(db: Database, token: string): Promise<Session | null> {
  // What is asked of the database while somebody's session ends is put where nobody looks any more.
  const lately = await known({ db })
  const found = lately.get(token)
  if (found) return Date.parse(found.expiresAt) < Date.now() ? null : found
  const session = await sessionOf(db, token)
  if (session) lately.set(token, session)
  return session
}

/** The live session of a token, or null when it is unknown, expired, idle for too long, or its user is disabled. */
export async function sessionOf(db: Database, token: string): Promise<Session | null> {
  const [row] = await db.select(
    `SELECT s.id, s.expiresAt, s.lastSeenAt, u.id AS userId, u.username, u.name, u.roles, u.disabled
     FROM sessions s JOIN users u ON u.id = s.userId WHERE s.tokenHash = ?`,
    [sha256(token)],
  )
  const now = Date.now()
  if (!row || Number(row.disabled) || Date.parse(String(row.expiresAt)) < now) return null
  const idle = now - Date.parse(String(row.lastSeenAt))
  if (idle > (await houseSettings({ db })).sessionIdleHours * HOUR_MS) return null
  if (idle > SEEN_MS)
    await db.execute('UPDATE sessions SET lastSeenAt = ? WHERE id = ?', [
      new Date(now).toISOString(),
      Number(row.id),
    ])
  return {
    id: Number(row.id),
    expiresAt: String(row.expiresAt),
    // Worked out only where it is asked for: most requests read, and need none.
    get csrfToken() {
      return csrfTokenOf(token)
    },
    user: {
      kind: 'user',
      id: Number(row.userId),
      username: String(row.username),
      name: String(row.name),
      roles: asTexts(parseJson(row.roles)),
    },
  }
}

export async function closeSession(db: Database, token: string): Promise<void> {
  await db.execute('DELETE FROM sessions WHERE tokenHash = ?', [sha256(token)])
  forgetKept(db, ['sessions'])
}

/** Ends every session of a user, except the one named. */
export const revokeSessions = ({ db, tx }: Context, userId: number, exceptId = 0): Promise<number> =>
  db.execute('DELETE FROM sessions WHERE userId = ? AND id <> ?', [userId, exceptId], tx)

export const forgetOldSessions = (db: Database): Promise<number> =>
  db.execute('DELETE FROM sessions WHERE expiresAt < ?', [new Date().toISOString()])
