import type { Database } from '../../db/database.js'
import { Conflict } from '../../engine/problems.js'
import { say } from '../../engine/text.js'
import { templateKinds } from '../printing/documents/documentKinds.js'
import { currentTemplate } from '../printing/templates/currentTemplate.js'
import { imageNames } from './imageNames.js'

/** Refuses to part with a picture that current templates ask for: nothing could be issued by them any more. */
export async function refuseWhereUsed(db: Database, id: number): Promise<void> {
  const [image] = await db.select('SELECT name FROM images WHERE id = ?', [id])
  if (!image) return
  const users = []
  for (const [kind, { label }] of Object.entries(templateKinds)) {
    const current = await currentTemplate({ db }, kind)
    if (imageNames(current?.files).includes(String(image.name))) users.push(label)
  }
  if (users.length === 0) return
  const [zh, en] = [users.map((label) => label.zh).join('、'), users.map((label) => label.en).join(', ')]
  throw Conflict(
    say(
      `「${zh}」的当前模板还在用这张图片；请先改模板，或用另一张图片替换它。`,
      `The current template of ${en} uses this picture. Change the template first, or replace the picture.`,
    ),
  )
}
