import Box from '@mui/material/Box'
import { useGetList } from 'react-admin'
import { TimeValue } from '../engine/fields/TimeValue'
import { TitleCell } from '../engine/list/TitleCell'
import { Panel } from '../layout/Panel'
import { JobActions } from '../printQueue/JobActions'
import { JobState } from '../printQueue/JobState'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'

interface PrinterJobsProps {
  title: string
  none: string
  filter: Record<string, unknown>
  /** The oldest first, as they will be printed. */
  isQueue?: boolean
}

/** Jobs of a printer, live: those that wait, with what can be done about them, or those that are over. */
export function PrinterJobs(props: PrinterJobsProps) {
  return useResourceSchema('print-jobs') ? <Jobs {...props} /> : null
}

const SHOWN = 8

function Jobs({ title, none, filter, isQueue }: PrinterJobsProps) {
  const schema = useResourceSchema('print-jobs')
  const endedAt = schema && fieldOf(schema.fields, 'endedAt')
  const {
    data = [],
    total = 0,
    isPending,
  } = useGetList<Row>('print-jobs', {
    filter,
    sort: { field: 'id', order: isQueue ? 'ASC' : 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  })
  return (
    <Panel title={total > 0 ? `${title} ${total}` : title}>
      {data.length === 0 && !isPending ? <Box sx={{ color: 'text.secondary' }}>{none}</Box> : null}
      {data.map((job) => (
        <Box
          key={job.id}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 0.75,
            py: 0.5,
            '& + &': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <Box sx={{ flex: '1 1 180px', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
            <TitleCell resource="print-jobs" record={job} />
          </Box>
          <Box sx={{ flex: '1 1 160px', minWidth: 0, display: 'flex' }}>
            <JobState job={job} />
          </Box>
          {isQueue && schema ? (
            <JobActions resource={schema} job={job} />
          ) : endedAt ? (
            <Box sx={{ flex: 'none', color: 'text.secondary' }}>
              <TimeValue field={endedAt} value={job.endedAt ?? job.updatedAt} dense />
            </Box>
          ) : null}
        </Box>
      ))}
    </Panel>
  )
}
