import type { Database, Tx } from '../../db/database.js'
import type { Principal } from '../../engine/access.js'
import { BadRequest, Forbidden } from '../../engine/problems.js'
import { say } from '../../engine/text.js'

const NAME = /^[\w.-]{1,100}$/
const MOST_NAMES = 200
const MOST_TEXT = 20_000

/** What this person has arranged, by name; a machine has arranged nothing. */
export async function readPreferences(
  db: Database,
  who: Principal,
  tx?: Tx,
): Promise<Record<string, unknown>> {
  if (who.kind !== 'user') return {}
  const rows = await db.select('SELECT name, value FROM preferences WHERE userId = ?', [who.id], tx)
  return Object.fromEntries(
    rows.map((row): [string, unknown] => [String(row.name), JSON.parse(String(row.value))]),
  )
}

/** Puts the named values in place of the old ones; null takes one away. The others stay. */
export async function writePreferences(
  db: Database,
  who: Principal,
  changes: Record<string, unknown>,
  now: string,
): Promise<void> {
  if (who.kind !== 'user') throw Forbidden()
  const texts = Object.entries(changes).map(([name, value]): [string, string | null] => [
    name,
    value === null || value === undefined ? null : JSON.stringify(value),
  ])
  if (!texts.every(([name, text]) => NAME.test(name) && (text?.length ?? 0) <= MOST_TEXT))
    throw BadRequest(
      say('这项个人设置的名称或大小不对。', 'The name or the size of this preference is not right.'),
    )
  await db.transaction(async (tx) => {
    for (const [name, text] of texts) {
      await db.execute('DELETE FROM preferences WHERE userId = ? AND name = ?', [who.id, name], tx)
      if (text !== null)
        await db.execute(
          'INSERT INTO preferences (userId, name, value, updatedAt) VALUES (?, ?, ?, ?)',
          [who.id, name, text, now],
          tx,
        )
    }
    const [row] = await db.select('SELECT COUNT(*) AS n FROM preferences WHERE userId = ?', [who.id], tx)
    if (Number(row?.n) > MOST_NAMES)
      throw BadRequest(
        say('个人设置太多，请先删掉一些。', 'There are too many preferences; remove some first.'),
      )
  })
}
