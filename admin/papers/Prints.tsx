import Box from '@mui/material/Box'
import { useGetList, type Identifier } from 'react-admin'
import { TitleCell } from '../engine/list/TitleCell'
import { Panel } from '../layout/Panel'
import { JobActions } from '../printQueue/JobActions'
import { JobSteps } from '../printQueue/JobSteps'
import { useReasons } from '../printQueue/useReasons'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'

/** The print jobs of a document, live, with what can be done about them. */
export function Prints({ documentId }: { documentId: Identifier }) {
  const schema = useResourceSchema('print-jobs')
  return schema ? <PrintList schema={schema} documentId={documentId} /> : null
}

function PrintList({ schema, documentId }: { schema: ResourceSchema; documentId: Identifier }) {
  const say = useText()
  const reasons = useReasons()
  const { data = [] } = useGetList<Row>(schema.name, {
    filter: { documentId },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  })
  return (
    <Panel title={say(schema.label)}>
      {data.map((job) => (
        <Box
          key={job.id}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '220px minmax(0, 1fr) auto' },
            gap: 1,
            alignItems: 'center',
            py: 0.25,
          }}
        >
          <TitleCell resource={schema.name} record={job} />
          <JobSteps job={job} why={reasons(job)} />
          <JobActions resource={schema} job={job} />
        </Box>
      ))}
    </Panel>
  )
}
