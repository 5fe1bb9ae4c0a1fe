import type { Database, Row } from '../../db/database.js'
import { asObject, parseJson } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'

interface Source {
  table: string
  /** Holds the hash of an archived file. */
  column: string
  /** What tells a person which record it is. */
  facts: string
  what: (row: Row) => Text2
}

/** Every place where a record names a file of the archive. A logo is no file: it lies in the data of its record. */
const sources: Source[] = [
  {
    table: 'documents',
    column: 'pdfSha256',
    facts: 'kind, no, revision',
    what: (row) => say(`单据 ${documentName(row).zh}的 PDF`, `the PDF of document ${documentName(row).en}`),
  },
  {
    table: 'document_copies',
    column: 'attachment',
    facts: 'code',
    what: ({ code }) => say(`单联 ${String(code)} 的回单影像`, `the picture of copy ${String(code)}`),
  },
  {
    table: 'images',
    column: 'sha256',
    facts: 'name',
    what: ({ name }) => say(`图片「${String(name)}」`, `the picture "${String(name)}"`),
  },
  {
    table: 'print_jobs',
    column: 'pdfSha256',
    facts: 'id',
    what: ({ id }) => say(`打印任务 ${String(id)} 的 PDF`, `the PDF of print job ${String(id)}`),
  },
  {
    table: 'print_attempts',
    column: 'bytesSha256',
    facts: 'jobId, n',
    what: ({ jobId, n }) =>
      say(
        `打印任务 ${String(jobId)} 第 ${String(n)} 次所送的内容`,
        `what attempt ${String(n)} of print job ${String(jobId)} sent`,
      ),
  },
]

const pictureName = (name: unknown, { zh, en }: Text2): Text2 =>
  say(`单据 ${zh}上的图片「${String(name)}」`, `the picture "${String(name)}" on document ${en}`)

/** Pictures that the frozen data of a document name and the archive lacks. */
export async function missingPictures(db: Database, document: Row): Promise<Text2[]> {
  const missing: Text2[] = []
  for (const [name, sha256] of picturesOn(document)) {
    const [blob] = await db.select('SELECT sha256 FROM blobs WHERE sha256 = ?', [sha256])
    if (!blob) missing.push(fileMissing(sha256, pictureName(name, documentName(document))))
  }
  return missing
}

export const fileMissing = (sha256: string, { zh, en }: Text2): Text2 =>
  say(`文件 ${sha256} 缺失：${zh}。`, `File ${sha256} is missing: ${en}.`)

function picturesOn({ data }: Row): [name: string, sha256: string][] {
  try {
    const { images } = asObject(parseJson(data))
    return Object.entries(asObject(images)).map(([name, sha256]) => [name, String(sha256)])
  } catch {
    // Data that cannot be read are told of by their hash.
    return []
  }
}

export const documentName = ({ kind, no, revision }: Row): Text2 =>
  say(
    `${String(no)}（${String(kind)}，第 ${String(revision)} 版）`,
    `${String(no)} (${String(kind)}, revision ${String(revision)})`,
  )

/** The files that records name and the archive lacks, with what each of them was. */
export async function* missingFiles(db: Database): AsyncGenerator<{ sha256: string; what: Text2 }> {
  for (const { table, column, facts, what } of sources)
    for (let last = 0; ;) {
      const rows = await db.select(
        `SELECT r.id AS at, r.${column} AS hash, ${facts.replace(/\w+/g, 'r.$&')} FROM ${table} r
           LEFT JOIN blobs b ON b.sha256 = r.${column}
         WHERE r.id > ? AND r.${column} IS NOT NULL AND b.sha256 IS NULL ORDER BY r.id LIMIT 500`,
        [last],
      )
      for (const row of rows) yield { sha256: String(row.hash), what: what(row) }
      if (rows.length === 0) break
      last = Number(rows.at(-1)?.at)
    }
}

/** What a file of the archive is to the records that name it. */
export async function whatNames(db: Database, sha256: string): Promise<Text2[]> {
  const found = await Promise.all(
    sources.map(async ({ table, column, facts, what }) =>
      (await db.select(`SELECT ${facts} FROM ${table} WHERE ${column} = ? ORDER BY id`, [sha256])).map(what),
    ),
  )
  // Only looked for where something is wrong: no index knows what stands in frozen data.
  const papers = await db.select(
    'SELECT id, kind, no, revision, data FROM documents WHERE data LIKE ? ORDER BY id LIMIT 20',
    [`%"${sha256}"%`],
  )
  const pictures = papers.flatMap((paper) =>
    picturesOn(paper)
      .filter(([, hash]) => hash === sha256)
      .map(([name]) => pictureName(name, documentName(paper))),
  )
  return [...found.flat(), ...pictures]
}
