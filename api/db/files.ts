import { createHash } from 'node:crypto'
import type { Database, Tx } from './database.js'

/** Bytes of one row: far below what a database takes in one packet. */
const CHUNK = 512 * 1024

export interface StoredFile {
  id: number
  size: number
  sha256: string
}

/**
 * Large files in the database, in chunks, so that any replica serves them and memory stays small. Reads the bytes
 * as they come; when they break off, nothing is kept. `owner` names the record that the file belongs to.
 */
export async function storeFile(
  db: Database,
  owner: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const id = await beginFile(db, owner)
  try {
    const hash = createHash('sha256')
    let [size, n] = [0, 0]
    for await (const chunk of chunksOf(bytes)) {
      hash.update(chunk)
      size += chunk.length
      await db.transaction((tx) =>
        db.execute('INSERT INTO file_chunks (fileId, n, bytes) VALUES (?, ?, ?)', [id, n, chunk], tx),
      )
      n += 1
    }
    return { id, size, sha256: hash.digest('hex') }
  } catch (error) {
    await removeFile(db, id)
    throw error
  }
}

async function beginFile(db: Database, owner: string): Promise<number> {
  return db.transaction(async (tx) => {
    await db.execute(
      'INSERT INTO files (owner, createdAt) VALUES (?, ?)',
      [owner, new Date().toISOString()],
      tx,
    )
    const [row] = await db.select('SELECT MAX(id) AS id FROM files WHERE owner = ?', [owner], tx)
    return Number(row?.id)
  })
}

async function* chunksOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const part of bytes) {
    parts.push(part)
    length += part.length
    if (length < CHUNK) continue
    const whole = Buffer.concat(parts)
    let at = 0
    for (; whole.length - at >= CHUNK; at += CHUNK) yield whole.subarray(at, at + CHUNK)
    parts = [whole.subarray(at)]
    length = whole.length - at
  }
  if (length > 0) yield Buffer.concat(parts)
}

/** The bytes of a file of that size in order, a chunk at a time; throws when it is removed meanwhile. */
export async function* readFile(db: Database, id: number, size: number): AsyncGenerator<Buffer> {
  for (let [n, read] = [0, 0]; read < size; n++) {
    const [row] = await db.select('SELECT bytes FROM file_chunks WHERE fileId = ? AND n = ?', [id, n])
    if (!row || !Buffer.isBuffer(row.bytes))
      throw new Error(`File ${id} ends after ${read} of ${size} bytes.`)
    read += row.bytes.length
    yield row.bytes
  }
}

export const removeFile = (db: Database, id: number): Promise<number> =>
  db.transaction((tx) => db.execute('DELETE FROM files WHERE id = ?', [id], tx))

/** Removes all files of an owner, whole ones and what a broken run left behind; their chunks go with them. */
export const removeFiles = (db: Database, owner: string, tx: Tx): Promise<number> =>
  db.execute('DELETE FROM files WHERE owner = ?', [owner], tx)
