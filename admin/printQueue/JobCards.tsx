import Box from '@mui/material/Box'
import { CardList } from '../engine/list/CardList'
import type { ResourceSchema } from '../schema/types'
import { JobActions } from './JobActions'
import { JobSteps } from './JobSteps'
import { useReasons } from './useReasons'

/** The queue on a phone: how far each job is, why it waits, and what can be done about it. */
export function JobCards({ resource }: { resource: ResourceSchema }) {
  const reasons = useReasons()
  return (
    <CardList resource={resource}>
      {(job) => (
        <Box sx={{ display: 'grid', gap: 0.75, mt: 0.5 }}>
          <JobSteps job={job} />
          <Box sx={{ color: 'warning.main' }}>{reasons(job)}</Box>
          <JobActions resource={resource} job={job} />
        </Box>
      )}
    </CardList>
  )
}
