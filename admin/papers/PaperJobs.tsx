import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useCreatePath, useGetList, type Identifier } from 'react-admin'
import { Link } from 'react-router-dom'
import { choiceText } from '../engine/values/valueText'
import { JobState } from '../printQueue/JobState'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'

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
  return data.map((job) => <Job key={job.id} job={job} />)
}

function Job({ job }: { job: Row }) {
  const say = useText()
  const createPath = useCreatePath()
  const schema = useResourceSchema('print-jobs')
  const purpose = schema && fieldOf(schema.fields, 'purpose')
  return (
    <Box sx={{ display: 'flex', gap: 0.75, pl: 1, fontSize: 12, minWidth: 0 }}>
      <MuiLink
        component={Link}
        to={createPath({ resource: 'print-jobs', type: 'show', id: job.id })}
        sx={{ flex: 'none' }}
      >
        {purpose ? choiceText(purpose, job.purpose, say) : `#${job.id}`}
      </MuiLink>
      <JobState job={job} />
    </Box>
  )
}
