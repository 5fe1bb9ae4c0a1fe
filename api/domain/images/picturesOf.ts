import { readBlob } from '../../db/blobs.js'
import type { Database } from '../../db/database.js'
import { asObject } from '../../engine/shapes.js'

/** The pictures that frozen data name in their `images`, as data: URLs by their hashes; each once. */
export async function picturesOf(
  db: Database,
  ...frozen: readonly unknown[]
): Promise<Record<string, string>> {
  const hashes = new Set(frozen.flatMap((data) => Object.values(asObject(asObject(data).images)).map(String)))
  const pictures: Record<string, string> = {}
  for (const hash of hashes) {
    const blob = await readBlob(db, hash)
    if (blob) pictures[hash] = `data:${blob.mediaType};base64,${blob.bytes.toString('base64')}`
  }
  return pictures
}
