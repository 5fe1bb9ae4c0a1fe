import type { Database } from '../../../db/database.js'
import { asNumbers, parseJson } from '../../../engine/shapes.js'

/**
 * What stands on the cover that a batch has at one printer. Issued papers and the places of a complete batch never
 * change, so it needs no frozen copy; its PDF is archived like any other.
 */
export async function coverData(db: Database, batchId: number, printerId: number) {
  const [batch] = await db.select(
    `SELECT b.no, b.name, b.documents, b.createdAt, b.collation, u.name AS issuedBy, p.name AS printerName,
       (SELECT MAX(batchPlace) FROM print_jobs WHERE batchId = b.id) AS places
     FROM print_batches b JOIN printers p ON p.id = ? LEFT JOIN users u ON u.id = b.requestedBy WHERE b.id = ?`,
    [printerId, batchId],
  )
  const [company] = await db.select('SELECT name, taxNo, phone, address, bank, logo FROM company_profile')
  const lines = await linesOf(db, batchId, printerId)
  return {
    company: { name: '', logo: null, ...company },
    document: {
      kind: 'batch-cover',
      title: '批次封面',
      no: String(batch?.no ?? ''),
      revision: 1,
      issuedAt: batch?.createdAt,
      issuedBy: batch?.issuedBy ?? '',
    },
    printer: { name: batch?.printerName },
    batch: {
      name: batch?.name,
      documents: batch?.documents,
      places: batch?.places,
      // At this printer, where a batch has several: some copies or some papers only.
      isShared: lines.reduce((sum, { places }) => sum + places.length, 0) < Number(batch?.places),
      here: lines.reduce((sum, { places }) => sum + places.length, 0),
      copies: lines.reduce((sum, { copies }) => sum + copies, 0),
      byCopy: batch?.collation === 'copy',
      copySet: (await copyNames(db, lines)).join(' · '),
    },
    lines,
  }
}

type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** A line for each paper that comes out at this printer, with all its places there. */
async function linesOf(db: Database, batchId: number, printerId: number) {
  const rows = await db.select(
    `SELECT j.batchPlace, j.copies, d.id, d.no, d.revision, d.customerName, t.name AS title
     FROM print_jobs j JOIN documents d ON d.id = j.documentId JOIN templates t ON t.id = d.templateId
     WHERE j.batchId = ? AND j.printerId = ? ORDER BY j.batchPlace`,
    [batchId, printerId],
  )
  const lines = new Map<number, ReturnType<typeof lineOf>>()
  for (const row of rows) {
    const id = Number(row.id)
    const line = lines.get(id) ?? lineOf(row)
    line.places.push(Number(row.batchPlace))
    line.copyIds.push(...asNumbers(parseJson(row.copies)))
    lines.set(id, line)
  }
  return [...lines.values()].map((line) => ({
    ...line,
    place: line.places.join('、'),
    copies: line.copyIds.length,
  }))
}

const lineOf = (row: Record<string, unknown>) => ({
  title: row.title,
  no: row.no,
  revision: Number(row.revision) > 1 ? Number(row.revision) : null,
  customerName: row.customerName,
  places: new Array<number>(),
  copyIds: new Array<number>(),
})

/** The names of the copies that come out here, in the order of their numbers. */
async function copyNames(db: Database, lines: Line[]): Promise<string[]> {
  const ids = lines.flatMap(({ copyIds }) => copyIds)
  const names = new Map<string, number>()
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500)
    const rows = await db.select(
      `SELECT DISTINCT copyNo, name FROM document_copies WHERE id IN (${some.map(() => '?').join(', ')})`,
      some,
    )
    for (const { name, copyNo } of rows) names.set(String(name), Number(copyNo))
  }
  return [...names.keys()].toSorted((a, b) => (names.get(a) ?? 0) - (names.get(b) ?? 0))
}
