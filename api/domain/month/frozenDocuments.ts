import type { Database, Row, Tx } from '../../db/database.js'
import { readBlob } from '../../db/blobs.js'
import { asObject, parseJson } from '../../engine/shapes.js'
import { pictureType } from '../printing/copies/pictureType.js'
import type { MonthRange } from './monthRange.js'

const BATCH = 100

/** The documents issued in the month, oldest first. */
async function* documentsOf(db: Database, { from, until }: MonthRange, tx: Tx): AsyncGenerator<Row[]> {
  for (let [at, id] = [from, 0]; ;) {
    const rows = await db.select(
      `SELECT id, kind, no, revision, status, issuedAt, contentHash, pdfSha256, data FROM documents
       WHERE issuedAt >= ? AND issuedAt < ? AND (issuedAt > ? OR id > ?) ORDER BY issuedAt, id LIMIT ?`,
      [at, until, at, id, BATCH],
      tx,
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows
    ;[at, id] = [String(last.issuedAt), Number(last.id)]
  }
}

/** One JSON text a line: the frozen data of each document with its hashes and its copies, to compute them again. */
export async function* frozenData(db: Database, range: MonthRange, tx: Tx): AsyncGenerator<string> {
  for await (const rows of documentsOf(db, range, tx)) {
    const copies = await db.select(
      `SELECT documentId, copyNo, name, showsPrice, contentHash, code, evidence, attachment FROM document_copies
       WHERE documentId IN (${rows.map(() => '?').join(', ')}) ORDER BY documentId, copyNo`,
      rows.map((row) => Number(row.id)),
      tx,
    )
    for (const row of rows) {
      const { id, kind, no, revision, status, issuedAt, contentHash, pdfSha256 } = row
      const own = copies
        .filter(({ documentId }) => Number(documentId) === Number(id))
        .map(({ copyNo, name, showsPrice, contentHash: hash, code, evidence, attachment }) => ({
          copyNo: Number(copyNo),
          name,
          showsPrice: Boolean(showsPrice),
          contentHash: hash,
          code,
          evidence,
          attachment,
        }))
      const pdf = pdfSha256 === null ? null : pdfPath(row)
      const data = asObject(parseJson(row.data))
      const document = { id: Number(id), kind, no, revision: Number(revision), status, issuedAt }
      yield `${JSON.stringify({ ...document, contentHash, pdfSha256, pdf, copies: own, data })}\n`
    }
  }
}

/** The archived PDFs, one at a time. One that is missing from the archive is left out, and the verifier says so. */
export async function* archivedPdfs(
  db: Database,
  range: MonthRange,
  tx: Tx,
): AsyncGenerator<{ path: string; bytes: Buffer }> {
  for await (const rows of documentsOf(db, range, tx))
    for (const row of rows) {
      const blob = row.pdfSha256 === null ? null : await readBlob(db, String(row.pdfSha256))
      if (blob) yield { path: pdfPath(row), bytes: blob.bytes }
    }
}

/** Photos and scans of the signed copies, each file once, named by the hash of its bytes. */
export async function* attachments(
  db: Database,
  range: MonthRange,
  tx: Tx,
): AsyncGenerator<{ path: string; bytes: Buffer }> {
  const rows = await db.select(
    `SELECT DISTINCT c.attachment FROM document_copies c JOIN documents d ON d.id = c.documentId
     WHERE d.issuedAt >= ? AND d.issuedAt < ? AND c.attachment IS NOT NULL ORDER BY c.attachment`,
    [range.from, range.until],
    tx,
  )
  for (const { attachment } of rows) {
    const blob = await readBlob(db, String(attachment))
    const type = blob && pictureType(blob.bytes)
    if (blob && type) yield { path: `attachments/${String(attachment)}.${type.ending}`, bytes: blob.bytes }
  }
}

const pdfPath = ({ kind, no, revision }: Row): string =>
  `pdf/${String(kind)}/${String(no).replaceAll(/[^\w-]/g, '_')}-${String(revision)}.pdf`
