import type { Database } from '../../../db/database.js'
import { asTexts, parseJson } from '../../../engine/shapes.js'
import { placeSentence } from './placeSentence.js'

/** One sheet of a batch, or the copies of one document: where it stands. Place 0 is the cover. */
export interface Place {
  place: number
  /** Of the print job. */
  id: number
  printerId: number
  documentId: number | null
  title: string
  /** The title without the kind of paper, for small cells: number, revision, copies. */
  name: string
  customerName: string | null
  status: string
  evidence: string
  reasons: string[]
  possiblyIncomplete: boolean
}

/** A true answer, at this moment, to "which sheets are on paper?". */
export async function batchPlaces(db: Database, batchId: number) {
  const rows = await db.select(
    `SELECT j.id, j.batchPlace, j.printerId, j.documentId, j.title, j.status, j.evidence, j.reasons, j.possiblyIncomplete, d.no, d.customerName
     FROM print_jobs j LEFT JOIN documents d ON d.id = j.documentId
     WHERE j.batchId = ? ORDER BY j.batchPlace, j.id`,
    [batchId],
  )
  const places = rows.map((row, at): Place => ({
    place: Number(row.batchPlace ?? at + 1),
    id: Number(row.id),
    printerId: Number(row.printerId),
    documentId: row.documentId === null ? null : Number(row.documentId),
    title: String(row.title),
    name: shortened(String(row.title), row.no),
    customerName: row.customerName === null ? null : String(row.customerName),
    status: String(row.status),
    evidence: String(row.evidence),
    reasons: row.reasons === null ? [] : asTexts(parseJson(row.reasons)),
    possiblyIncomplete: Boolean(row.possiblyIncomplete),
  }))
  return { places, sentence: placeSentence(places) }
}

function shortened(title: string, no: unknown): string {
  const from = no == null ? -1 : title.indexOf(String(no))
  return from < 0 ? title : title.slice(from)
}
