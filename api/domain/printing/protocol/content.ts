import type { Database } from '../../../db/database.js'
import { NotFound } from '../../../engine/problems.js'
import { say } from '../../../engine/text.js'
import { imagesNow } from '../../images/imagesNow.js'
import { coverData } from '../batches/coverData.js'
import { templateKinds } from '../documents/documentKinds.js'
import { offsetText } from '../printers/offset.js'
import { copyLabel } from '../copies/copyColors.js'
import { asNumbers, parseJson } from '../../../engine/shapes.js'

/**
 * What a job is rendered from: the pinned template, the frozen data, and its copies in order. `whole`: the archived
 * document that a part is cut out of, once there is one.
 */
export async function contentOf(db: Database, jobId: number) {
  const [job] = await db.select(
    `SELECT j.id, j.paper, j.createdAt, j.purpose, j.printerId, j.batchId, j.documentId, j.copies, j.isPart, d.data, d.copyMode, d.pdfSha256 AS whole, t.kind, t.edition, t.sha256, t.files,
       p.name AS printerName, p.uri AS printerUri, p.offsetX, p.offsetY, u.name AS requestedByName
     FROM print_jobs j JOIN templates t ON t.id = j.templateId JOIN printers p ON p.id = j.printerId
     LEFT JOIN documents d ON d.id = j.documentId LEFT JOIN users u ON u.id = j.requestedBy WHERE j.id = ?`,
    [jobId],
  )
  if (!job) throw NotFound(say('打印任务', 'Print jobs'), jobId)
  const template = {
    kind: String(job.kind),
    version: Number(job.edition),
    sha256: String(job.sha256),
    paper: parseJson(job.paper),
    files: parseJson(job.files),
  }
  if (job.documentId === null) {
    const { data, copies } =
      job.purpose === 'cover'
        ? { data: await coverData(db, Number(job.batchId), Number(job.printerId)), copies: [] }
        : testPageContent(job)
    const images = await imagesNow(db, template.files, data)
    return { template, data: { ...data, images }, copies, whole: null }
  }
  // A part is cut out of the whole document, which is drawn once.
  const ids = job.isPart ? await copyIdsOf(db, Number(job.documentId)) : asNumbers(parseJson(job.copies))
  return {
    template,
    data: parseJson(job.data),
    copies: await sheetsOf(db, ids, job.copyMode),
    whole: job.isPart && job.whole != null ? String(job.whole) : null,
  }
}

/** What is drawn for these copies, in order: a sheet for each, or one for all plies of a carbonless form. */
export async function sheetsOf(db: Database, copyIds: number[], copyMode: unknown): Promise<Copy[]> {
  const copies = await copiesOf(db, copyIds)
  return copyMode === 'carbonless' ? onePass(copies) : copies
}

export async function copyIdsOf(db: Database, documentId: number): Promise<number[]> {
  const copies = await db.select('SELECT id FROM document_copies WHERE documentId = ?', [documentId])
  return copies.map(({ id }) => Number(id))
}

type Copy = Awaited<ReturnType<typeof copiesOf>>[number]

async function copiesOf(db: Database, ids: number[]) {
  const rows = await db.select(
    `SELECT id, copyNo, name, color, receiver, showsPrice, code FROM document_copies
     WHERE id IN (${ids.map(() => '?').join(', ') || 'NULL'}) ORDER BY copyNo, id`,
    ids,
  )
  return rows.map((row) => {
    const copy = {
      id: Number(row.id),
      copyNo: Number(row.copyNo),
      name: String(row.name),
      color: String(row.color),
    }
    return {
      ...copy,
      receiver: String(row.receiver ?? ''),
      showsPrice: Boolean(row.showsPrice),
      label: copyLabel(copy),
      code: String(row.code ?? ''),
    }
  })
}

/**
 * Carbonless plies take one print: one sheet whose label names every ply and whose code, the first ply's, stands for
 * them all. Prices show only if every ply shows them.
 */
function onePass(copies: Copy[]): Copy[] {
  const [first] = copies
  if (!first) return []
  return [
    {
      ...first,
      showsPrice: copies.every((copy) => copy.showsPrice),
      label: copies.map(({ label }) => label).join(' / '),
    },
  ]
}

function testPageContent(job: Record<string, unknown>) {
  return {
    data: {
      printer: {
        name: String(job.printerName),
        uri: String(job.printerUri),
        offsetX: offsetText(job.offsetX),
        offsetY: offsetText(job.offsetY),
      },
      document: {
        kind: String(job.kind),
        title: job.kind === 'test-page' ? '打印机测试页' : (templateKinds[String(job.kind)]?.label.zh ?? ''),
        no: `CS-${String(job.id)}`,
        revision: 1,
        issuedAt: String(job.createdAt),
        issuedBy: String(job.requestedByName ?? ''),
      },
    },
    copies: [
      {
        id: 0,
        copyNo: 1,
        name: '测试页',
        color: 'white',
        receiver: '',
        showsPrice: false,
        label: '',
        code: '',
      },
    ],
  }
}
