import { canonicalJson, sha256 } from './canonical.js'
import { uniqueViolation } from '../db/errors.js'
import type { Database } from '../db/database.js'
import type { Context } from './context.js'
import { BadRequest, IdempotencyMismatch } from './problems.js'
import { write, type WriteBy } from './unitOfWork.js'
import { parseJson } from './shapes.js'

export interface Reply {
  status: number
  body: unknown
}

/** A key as sent, bound to its user, method, path and body. */
export interface Once {
  scope: string
  bodyHash: string
}

/** Reads an `Idempotency-Key` header; null when there is none. */
export function onceOf(
  key: string | undefined,
  caller: string,
  method: string,
  path: string,
  body: unknown,
): Once | null {
  if (key === undefined) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw BadRequest({
      zh: 'Idempotency-Key 应为 1 到 200 个可见的英文字符。',
      en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    })
  return {
    scope: sha256([caller, method, path, key].join('\n')),
    bodyHash: sha256(canonicalJson(body ?? null)),
  }
}

/**
 * Does the work at most once per key: the reply is stored in the same commit as its effect, and a second call
 * answers it again. A failure rolls the key back too, so it is not stored. Kept for 24 hours.
 */
export async function writeOnce(
  by: WriteBy,
  once: Once | null,
  work: (context: Context) => Promise<Reply>,
): Promise<Reply> {
  if (!once) return write(by, work)
  const stored = await storedReply(by.db, once)
  if (stored) return stored
  try {
    return await write(by, async (context) => {
      // The unique key makes a second, simultaneous call wait here until this one has committed.
      await context.db.execute(
        'INSERT INTO idempotency_keys (scope, bodyHash, status, body, createdAt) VALUES (?, ?, 0, ?, ?)',
        [once.scope, once.bodyHash, 'null', context.now],
        context.tx,
      )
      const reply = await work(context)
      await context.db.execute(
        'UPDATE idempotency_keys SET status = ?, body = ? WHERE scope = ?',
        [reply.status, JSON.stringify(reply.body), once.scope],
        context.tx,
      )
      return reply
    })
  } catch (error) {
    const reply = uniqueViolation(error) === null ? null : await storedReply(by.db, once)
    if (reply) return reply
    throw error
  }
}

async function storedReply(db: Database, once: Once): Promise<Reply | null> {
  const [row] = await db.select('SELECT bodyHash, status, body FROM idempotency_keys WHERE scope = ?', [
    once.scope,
  ])
  if (!row) return null
  if (row.bodyHash !== once.bodyHash) throw IdempotencyMismatch()
  return { status: Number(row.status), body: parseJson(row.body) }
}

/** Forgets keys older than 24 hours. */
export const forgetOldKeys = (db: Database): Promise<number> =>
  db.execute('DELETE FROM idempotency_keys WHERE createdAt < ?', [
    new Date(Date.now() - 86400_000).toISOString(),
  ])
