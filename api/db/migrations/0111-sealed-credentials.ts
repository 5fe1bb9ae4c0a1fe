import type { Database, Tx } from '../database.js'

export const up = (): string[] => []

const MOVED = ['username', 'password', 'tlsPin', 'tlsCa']

/** Credentials leave the options, where they stood in clear, for fields of their own. */
export async function move(db: Database, tx: Tx): Promise<void> {
  const rows = await db.select('SELECT id, options FROM printers WHERE options IS NOT NULL', [], tx)
  for (const { id, options } of rows) {
    const parsed: unknown = JSON.parse(String(options))
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []
    const given = new Map(
      entries.filter(([name, value]) => MOVED.includes(name) && typeof value === 'string' && value !== ''),
    )
    if (given.size === 0) continue
    const kept = entries.filter(([name]) => !MOVED.includes(name))
    const text = (name: string) => (given.has(name) ? String(given.get(name)) : null)
    await db.execute(
      'UPDATE printers SET username = ?, password = ?, tlsPin = ?, tlsCa = ?, options = ?, version = version + 1 WHERE id = ?',
      [
        text('username'),
        sealed(db, text('password')),
        text('tlsPin')?.replaceAll(':', '').toLowerCase() ?? null,
        text('tlsCa'),
        kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : null,
        Number(id),
      ],
      tx,
    )
  }
}

function sealed({ secrets }: Database, password: string | null): string | null {
  if (password === null) return null
  if (!secrets) throw new Error('Set SECRET_KEY: passwords of printers are to be encrypted with it.')
  return secrets.seal(password)
}
