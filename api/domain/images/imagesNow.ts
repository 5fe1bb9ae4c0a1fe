import type { Database, Tx } from '../../db/database.js'
import { Conflict } from '../../engine/problems.js'
import { say } from '../../engine/text.js'
import { imageNames } from './imageNames.js'

/** The hash of each picture that a template asks for and the house has, by its name, as of now. */
export async function imagesNow(db: Database, files: unknown, tx?: Tx): Promise<Record<string, string>> {
  const names = imageNames(files)
  if (names.length === 0) return {}
  const rows = await db.select(
    `SELECT name, sha256 FROM images WHERE name IN (${names.map(() => '?').join(', ')})`,
    names,
    tx,
  )
  const kept = new Map(rows.map(({ name, sha256 }) => [String(name), String(sha256)]))
  return Object.fromEntries(names.flatMap((name) => (kept.has(name) ? [[name, String(kept.get(name))]] : [])))
}

/** The same, for a paper that is issued: refused where one is missing, before a number is taken. */
export async function pinImages(db: Database, files: unknown, tx: Tx): Promise<Record<string, string>> {
  const images = await imagesNow(db, files, tx)
  const missing = imageNames(files).filter((name) => !Object.hasOwn(images, name))
  if (missing.length > 0)
    throw Conflict(
      say(
        `模板要用图片「${missing.join('」「')}」，但图片库里没有；请管理员先上传，或改模板。`,
        `The template uses the picture "${missing.join('", "')}", which is not there. An administrator must upload it, or change the template.`,
      ),
    )
  return images
}
