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
