import type { Database, Tx } from '../../db/database.js'
import { Conflict } from '../../engine/problems.js'
import { say } from '../../engine/text.js'
import { imageNames } from './imageNames.js'
import { asksData, textsIn } from './namesInData.js'

/**
 * The hash of each picture that a template asks for and the house has, by its name, as of now: those that it names,
 * and, where it takes names from its data, those whose name stands in these.
 */
export async function imagesNow(
  db: Database,
  files: unknown,
  data: unknown,
  tx?: Tx,
): Promise<Record<string, string>> {
  const asked = new Set(imageNames(files))
  if (asksData(files)) textsIn(data, asked)
  if (asked.size === 0) return {}
  const rows = await db.select('SELECT name, sha256 FROM images ORDER BY name', [], tx)
  return Object.fromEntries(
    rows.flatMap(({ name, sha256 }) => (asked.has(String(name)) ? [[String(name), String(sha256)]] : [])),
  )
}

/** The same, for a paper that is issued: refused where one that the template names is missing, before a number is taken. */
export async function pinImages(
  db: Database,
  files: unknown,
  data: unknown,
  tx: Tx,
): Promise<Record<string, string>> {
  const images = await imagesNow(db, files, data, tx)
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
