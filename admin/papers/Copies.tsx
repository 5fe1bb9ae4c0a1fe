import { useGetList, type Identifier } from 'react-admin'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { CopyLedger } from './CopyLedger'
import { RecallAlert } from './RecallAlert'

const all = (documentId: Identifier) => ({
  filter: { documentId },
  sort: { field: 'id', order: 'ASC' } as const,
  pagination: { page: 1, perPage: 100 },
})

/** The copies of a document, each with everything that is known of its prints. */
export function Copies({ documentId }: { documentId: Identifier }) {
  const schema = useResourceSchema('document-copies')
  return schema ? <Ledger schema={schema} documentId={documentId} /> : null
}

function Ledger({ schema, documentId }: { schema: ResourceSchema; documentId: Identifier }) {
  const t = useT()
  const jobSchema = useResourceSchema('print-jobs')
  const { data: copies = [] } = useGetList<Row>(schema.name, all(documentId))
  const { data: jobs = [] } = useGetList<Row>('print-jobs', all(documentId), { enabled: Boolean(jobSchema) })
  const holds = (job: Row, copy: Row) => Array.isArray(job.copies) && job.copies.includes(copy.id)
  return (
    <Panel title={t('papers.ledger')}>
      <RecallAlert schema={schema} copies={copies} />
      {copies.map((copy) => (
        <CopyLedger
          key={copy.id}
          schema={schema}
          copy={copy}
          jobs={jobSchema ? jobs.filter((job) => holds(job, copy)) : undefined}
        />
      ))}
    </Panel>
  )
}
