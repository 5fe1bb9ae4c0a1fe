import Box from '@mui/material/Box'
import { useGetList, type Identifier } from 'react-admin'
import { TitleCell } from '../engine/list/TitleCell'
import { JobState } from '../printQueue/JobState'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'

/** The print jobs of a document, live. */
export function PaperJobs({ documentId }: { documentId: Identifier }) {
  return useResourceSchema('print-jobs') ? <Jobs documentId={documentId} /> : null
}

function Jobs({ documentId }: { documentId: Identifier }) {
  const { data = [] } = useGetList<Row>('print-jobs', {
    filter: { documentId },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 20 },
  })
  return data.map((job) => (
    <Box key={job.id} sx={{ display: 'flex', gap: 0.75, pl: 1, fontSize: 12, minWidth: 0 }}>
      <TitleCell resource="print-jobs" record={job} />
      <JobState job={job} />
    </Box>
  ))
}
