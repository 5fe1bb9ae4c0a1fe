import type { Database } from '../../../db/database.js'
import { picturesOf } from '../../images/picturesOf.js'
import { contentOf } from './content.js'
import { butThese, inOrderOfWork, isReady } from './workOf.js'

type Content = Awaited<ReturnType<typeof contentOf>>

const earlierPart = `SELECT 1 FROM print_jobs e WHERE e.documentId = j.documentId AND e.printerId = j.printerId AND e.isPart = 1
  AND COALESCE(e.batchId, 0) = COALESCE(j.batchId, 0) AND e.status IN ('queued', 'rendering') AND e.id < j.id`

/**
 * What the jobs of the same batch and printer that were not drawn yet and are not held are rendered from, in the order of the paper, this
 * one among them; of a job without a batch, those without one that wait for the same printer. The parts of a document are
 * cut out of the whole one, which the first of them draws. Templates and pictures that they share are sent once.
 */
export async function jobsAhead(
  db: Database,
  jobId: number,
  { held, most }: { held: readonly number[]; most: number },
) {
  const others = butThese(held)
  const rows = await db.select(
    `SELECT j.id FROM print_jobs one JOIN print_jobs j ON j.printerId = one.printerId AND COALESCE(j.batchId, 0) = COALESCE(one.batchId, 0)
     JOIN printers p ON p.id = j.printerId LEFT JOIN print_batches b ON b.id = j.batchId LEFT JOIN documents d ON d.id = j.documentId
     WHERE one.id = ? ${others.sql} AND ${isReady} AND COALESCE(j.pdfSha256, d.pdfSha256) IS NULL AND NOT (j.isPart = 1 AND EXISTS (${earlierPart})) ORDER BY ${inOrderOfWork} LIMIT ${most}`,
    [jobId, ...others.values],
  )
  const templates: Record<string, Content['template']> = {}
  const jobs: { id: number; template: string; data: unknown; copies: Content['copies'] }[] = []
  for (const row of rows) {
    const { template, data, copies } = await contentOf(db, Number(row.id))
    const key = `${template.sha256} ${JSON.stringify(template.paper)}`
    templates[key] = template
    jobs.push({ id: Number(row.id), template: key, data, copies })
  }
  return { templates, pictures: await picturesOf(db, ...jobs.map(({ data }) => data)), jobs }
}
