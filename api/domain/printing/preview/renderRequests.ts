import { randomBytes } from 'node:crypto'
import { clock } from '../../../db/clock.js'
import type { Database, Tx } from '../../../db/database.js'
import { asObject, parseJson } from '../../../engine/shapes.js'

/** How long a print server may be silent about a request that it has taken. */
export const CLAIM_SECONDS = 4
const MOST_TRIES = 3
const KEPT_MS = 600_000

/** Where in the template a fault is; lines and columns count from 1. */
export interface Place {
  file?: string
  line?: number
  column?: number
}

export interface RenderFault extends Place {
  /** As in reports of jobs: `template`, `too-large` or `render-timeout`. */
  code: string
  detail: string
  /** The detail in Chinese, where there is one; without its place. */
  zh?: string
}

export type RenderState =
  { state: 'waiting' | 'claimed' | 'done' | 'gone' } | { state: 'failed'; fault: RenderFault }

/** What shall become a PDF: an issued document as it stands, or a template with data (the shape of a job's content). */
export type Wanted = { documentId: number } | { content: object }

/** Puts a wish down for the print servers; whoever asks for the same document waits for the same drawing. Answers its id. */
export async function askForRender(db: Database, wanted: Wanted): Promise<string> {
  await db.execute(`DELETE FROM render_requests WHERE askedAt < ${clock(db)} - ?`, [KEPT_MS])
  const documentId = 'documentId' in wanted ? wanted.documentId : null
  const id = documentId === null ? randomBytes(16).toString('hex') : `document-${documentId}`
  if (documentId !== null)
    await db.execute("DELETE FROM render_requests WHERE id = ? AND state IN ('done', 'failed')", [id])
  await db.execute(
    `INSERT ${db.dialect === 'mysql' ? 'IGNORE' : 'OR IGNORE'} INTO render_requests (id, documentId, content, state, tries, askedAt)
     VALUES (?, ?, ?, 'waiting', 0, ${clock(db)})`,
    [id, documentId, 'content' in wanted ? JSON.stringify(wanted.content) : null],
  )
  return id
}

const free = (db: Database) => `(state = 'waiting' OR (state = 'claimed' AND claimUntil < ${clock(db)}))`

/** Gives the oldest request that nobody works on to one print server, for a few seconds that it may renew; null when there is none. */
export async function takeRender(db: Database) {
  const rows = await db.select(
    `SELECT id, tries, documentId FROM render_requests WHERE ${free(db)} ORDER BY askedAt LIMIT 5`,
  )
  for (const { id, tries, documentId } of rows) {
    if (Number(tries) >= MOST_TRIES) {
      await giveUp(db, String(id))
      continue
    }
    const claim = randomBytes(8).toString('hex')
    const taken = await db.execute(
      `UPDATE render_requests SET state = 'claimed', claim = ?, claimUntil = ${clock(db)} + ?, tries = tries + 1
       WHERE id = ? AND ${free(db)}`,
      [claim, CLAIM_SECONDS * 1000, String(id)],
    )
    if (taken !== 1) continue
    const [row] = await db.select('SELECT content FROM render_requests WHERE id = ?', [String(id)])
    return {
      id: String(id),
      claim,
      documentId: documentId === null ? null : Number(documentId),
      content: row?.content == null ? null : parseJson(row.content),
    }
  }
  return null
}

/** Whether the claim still stands: false when the wish is gone or another print server has it. */
export async function renewRender(db: Database, id: string, claim: string): Promise<boolean> {
  const renewed = await db.execute(
    `UPDATE render_requests SET claimUntil = ${clock(db)} + ? WHERE id = ? AND claim = ? AND state = 'claimed'`,
    [CLAIM_SECONDS * 1000, id, claim],
  )
  return renewed === 1
}

/** The document of a request under this claim (null: a preview); undefined when the claim no longer stands. */
export async function claimedDocument(db: Database, id: string, claim: string, tx: Tx) {
  const [row] = await db.select(
    "SELECT documentId FROM render_requests WHERE id = ? AND claim = ? AND state = 'claimed'",
    [id, claim],
    tx,
  )
  return row && (row.documentId === null ? null : Number(row.documentId))
}

/** The request has its PDF. Bytes are kept here for previews only; a document's are in the archive. */
export async function finishRender(db: Database, id: string, pdf: Buffer | null, tx: Tx): Promise<void> {
  await db.execute("UPDATE render_requests SET state = 'done', pdf = ? WHERE id = ?", [pdf, id], tx)
}

/** False when the claim no longer stands. */
export async function failRender(
  db: Database,
  id: string,
  claim: string,
  fault: RenderFault,
): Promise<boolean> {
  const failed = await db.execute(
    "UPDATE render_requests SET state = 'failed', error = ? WHERE id = ? AND claim = ? AND state = 'claimed'",
    [JSON.stringify(fault), id, claim],
  )
  return failed === 1
}

async function giveUp(db: Database, id: string): Promise<void> {
  const fault: RenderFault = {
    code: 'render-timeout',
    detail: `${MOST_TRIES} print servers took it and none of them answered`,
    zh: `有 ${MOST_TRIES} 次打印服务接手后没有回音，模板可能太慢或太大`,
  }
  await db.execute(
    `UPDATE render_requests SET state = 'failed', error = ? WHERE id = ? AND ${free(db)} AND tries >= ?`,
    [JSON.stringify(fault), id, MOST_TRIES],
  )
}

export async function renderState(db: Database, id: string): Promise<RenderState> {
  const [row] = await db.select('SELECT state, error FROM render_requests WHERE id = ?', [id])
  switch (row?.state) {
    case 'waiting':
    case 'claimed':
    case 'done':
      return { state: row.state }
    case 'failed':
      return { state: 'failed', fault: faultOf(parseJson(row.error)) }
    default:
      return { state: 'gone' }
  }
}

/** Whether any print server is drawing for such a request now. */
export async function isRenderUnderway(db: Database): Promise<boolean> {
  const rows = await db.select(
    `SELECT id FROM render_requests WHERE state = 'claimed' AND claimUntil >= ${clock(db)} LIMIT 1`,
  )
  return rows.length > 0
}

/** The PDF of a preview, which is forgotten by that. */
export async function takePreview(db: Database, id: string): Promise<Buffer | null> {
  const [row] = await db.select('SELECT pdf FROM render_requests WHERE id = ?', [id])
  await dropRender(db, id)
  return row && Buffer.isBuffer(row.pdf) ? row.pdf : null
}

/** Nobody wants it any more; a print server that draws it learns so when it next renews. */
export async function dropRender(db: Database, id: string): Promise<void> {
  await db.execute('DELETE FROM render_requests WHERE id = ?', [id])
}

function faultOf(json: unknown): RenderFault {
  const { code, detail, zh, file, line, column } = asObject(json)
  return {
    code: String(code),
    detail: String(detail),
    ...(typeof zh === 'string' && { zh }),
    ...(typeof file === 'string' && { file }),
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
  }
}
