import type { Database } from '../../../db/database.js'
import { parseJson } from '../../../engine/shapes.js'
import { copyIdsOf, sheetsOf } from '../protocol/content.js'

/** What an issued document is drawn from: its pinned template, its frozen data, all its copies. Null when there is none. */
export async function documentContent(db: Database, documentId: number) {
  const [document] = await db.select(
    `SELECT d.paper, d.data, d.copyMode, t.kind, t.edition, t.sha256, t.files
     FROM documents d JOIN templates t ON t.id = d.templateId WHERE d.id = ?`,
    [documentId],
  )
  if (!document) return null
  return {
    template: {
      kind: String(document.kind),
      version: Number(document.edition),
      sha256: String(document.sha256),
      paper: parseJson(document.paper),
      files: parseJson(document.files),
    },
    data: parseJson(document.data),
    copies: await sheetsOf(db, await copyIdsOf(db, documentId), document.copyMode),
  }
}
