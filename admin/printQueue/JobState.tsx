import Box from '@mui/material/Box'
import { FieldValue } from '../engine/fields/FieldValue'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { useReasons } from './useReasons'

/** State of a job with, in one sentence, why it does not go on. */
export function JobState({ job }: { job: Row }) {
  const schema = useResourceSchema('print-jobs')
  const why = useReasons()(job)
  const status = schema && fieldOf(schema.fields, 'status')
  return (
    <Box
      component="span"
      sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
    >
      {status ? <FieldValue field={status} value={job.status} dense /> : null}
      <Box component="span" title={why} sx={{ ml: 0.75, color: 'warning.main' }}>
        {why}
      </Box>
    </Box>
  )
}
