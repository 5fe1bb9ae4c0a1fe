import type { Database } from '../../../db/database.js'
import { asNumbers, parseJson } from '../../../engine/shapes.js'

/**
 * What stands on the cover that a batch has at one printer. Issued papers and the places of a complete batch never
 * change, so it needs no frozen copy; its PDF is archived like any other.
 */
export async function coverData(db: Database, batchId: number, printerId: number) {
  const [batch] = await db.select(
    `SELECT b.no, b.name, b.documents, b.createdAt, u.name AS issuedBy, p.name AS printerName
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
      copies: lines.reduce((sum, { copies }) => sum + copies, 0),
      copySet: [...new Set(await copyNames(db, batchId, printerId))].join(' · '),
    },
    lines,
  }
}

async function linesOf(db: Database, batchId: number, printerId: number) {
  const rows = await db.select(
    `SELECT j.batchPlace, j.copies, d.no, d.revision, d.customerName, t.name AS title
     FROM print_jobs j JOIN documents d ON d.id = j.documentId JOIN templates t ON t.id = d.templateId
     WHERE j.batchId = ? AND j.printerId = ? ORDER BY j.batchPlace`,
    [batchId, printerId],
  )
  return rows.map((row) => ({
    place: Number(row.batchPlace),
    title: row.title,
    no: row.no,
    revision: Number(row.revision) > 1 ? Number(row.revision) : null,
    customerName: row.customerName,
    copies: asNumbers(parseJson(row.copies)).length,
  }))
}

async function copyNames(db: Database, batchId: number, printerId: number): Promise<string[]> {
  const rows = await db.select(
    `SELECT DISTINCT c.copyNo, c.name FROM print_jobs j JOIN document_copies c ON c.documentId = j.documentId
     WHERE j.batchId = ? AND j.printerId = ? ORDER BY c.copyNo`,
    [batchId, printerId],
  )
  return rows.map(({ name }) => String(name))
}
