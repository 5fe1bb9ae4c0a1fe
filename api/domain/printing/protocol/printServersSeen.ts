import type { Database } from '../../../db/database.js'
import type { Principal } from '../../../engine/access.js'

/** How old `seenAt` may grow before it is written again; a print server asks far more often. */
const SEEN_MS = 60_000

const written = new WeakMap<Database, Map<string, number>>()

/** A process that asks for print jobs, and the key that it shows. */
export interface PrintServerSeen {
  server: string
  site: string | null
  key: string
  seenAt: string
}

/** Its name ends in the number of its process, which is another one after each start. */
const machineOf = (server: string) => server.replace(/:\d+$/, '')

/** Notes that a print server has asked for work. Nobody waits for it, and a note that is lost is made again. */
export function noteSeen(db: Database, who: Principal, server: string): void {
  const known = written.get(db) ?? new Map<string, number>()
  written.set(db, known)
  const machine = machineOf(server)
  const name = `${who.id} ${machine}`
  if (Date.now() - (known.get(name) ?? 0) < SEEN_MS) return
  known.set(name, Date.now())
  store(db, Number(who.id), machine, who.site ?? null).catch(() => known.delete(name))
}

async function store(db: Database, keyId: number, server: string, site: string | null): Promise<void> {
  const now = new Date().toISOString()
  const touched = await db.execute(
    'UPDATE print_servers SET site = ?, seenAt = ? WHERE keyId = ? AND server = ?',
    [site, now, keyId, server],
  )
  if (touched > 0) return
  await db.execute(
    `INSERT ${db.dialect === 'mysql' ? 'IGNORE' : 'OR IGNORE'} INTO print_servers (keyId, server, site, seenAt) VALUES (?, ?, ?, ?)`,
    [keyId, server, site, now],
  )
}

/** The print servers that have asked last, newest first. */
export async function printServersSeen(db: Database): Promise<PrintServerSeen[]> {
  const rows = await db.select(
    `SELECT s.server, s.site, s.seenAt, k.name FROM print_servers s JOIN api_keys k ON k.id = s.keyId
     ORDER BY s.seenAt DESC LIMIT 20`,
  )
  return rows.map((row) => ({
    server: String(row.server),
    site: row.site === null ? null : String(row.site),
    key: String(row.name),
    seenAt: String(row.seenAt),
  }))
}
