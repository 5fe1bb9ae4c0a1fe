import { createHash } from 'node:crypto'
import type { Database, Tx } from './database.js'

/**
 * Files in the database, kept for ever under their SHA-256: one backup holds everything and every replica sees it.
 * Storing the same bytes again is a no-op. Answers the hash.
 */
export async function storeBlob(db: Database, bytes: Buffer, mediaType: string, tx?: Tx): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db.execute(
    `INSERT ${db.dialect === 'mysql' ? 'IGNORE' : 'OR IGNORE'} INTO blobs (sha256, mediaType, size, bytes, createdAt) VALUES (?, ?, ?, ?, ?)`,
    [sha256, mediaType, bytes.length, bytes, new Date().toISOString()],
    tx,
  )
  return sha256
}

/** The bytes of a hash, or null. */
export async function readBlob(
  db: Database,
  sha256: string,
): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const [row] = await db.select('SELECT mediaType, bytes FROM blobs WHERE sha256 = ?', [sha256])
  return row && Buffer.isBuffer(row.bytes) ? { bytes: row.bytes, mediaType: String(row.mediaType) } : null
}

export async function blobSize(db: Database, sha256: string): Promise<number> {
  const [row] = await db.select('SELECT size FROM blobs WHERE sha256 = ?', [sha256])
  return Number(row?.size ?? 0)
}

export interface RereadBlob {
  sha256: string
  /** Bytes that are there now. */
  size: number
  /** The bytes still have the hash and the size they were stored with. */
  isWhole: boolean
}

/** Reads every file again, in the order of the hashes, a slice at a time: memory does not grow with the archive. */
export async function* rereadBlobs(db: Database): AsyncGenerator<RereadBlob> {
  for (let last = ''; ;) {
    const rows = await db.select(
      'SELECT sha256, size FROM blobs WHERE sha256 > ? ORDER BY sha256 LIMIT 500',
      [last],
    )
    if (rows.length === 0) return
    for (const row of rows) {
      last = String(row.sha256)
      const hash = createHash('sha256')
      let size = 0
      for await (const slice of slicesOf(db, last)) {
        hash.update(slice)
        size += slice.length
      }
      yield { sha256: last, size, isWhole: size === Number(row.size) && hash.digest('hex') === last }
    }
  }
}

/** Bytes read at once: far below what a database takes in one packet. */
const SLICE = 1024 * 1024

async function* slicesOf(db: Database, sha256: string): AsyncGenerator<Buffer> {
  for (let at = 1; ; at += SLICE) {
    const [row] = await db.select('SELECT SUBSTR(bytes, ?, ?) AS slice FROM blobs WHERE sha256 = ?', [
      at,
      SLICE,
      sha256,
    ])
    const slice = row?.slice
    if (!Buffer.isBuffer(slice) || slice.length === 0) return
    yield slice
    if (slice.length < SLICE) return
  }
}
