import Box from '@mui/material/Box'
import { FieldValue } from '../engine/fields/FieldValue'
import { useT } from '../i18n/useT'
import type { AppMessage } from '../i18n/appZh'
import { JobState } from '../printQueue/JobState'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'

const told = ['purpose', 'createdAt', 'requestedBy', 'printerId', 'reason', 'checkedBy', 'checkedAt']

const words: Record<string, AppMessage> = {
  none: 'evidence.none',
  rendered: 'evidence.rendered',
  accepted: 'evidence.accepted',
  completed: 'evidence.completed',
  seen: 'evidence.seen',
  returned: 'evidence.returned',
}

/** One print in words: who asked for it when, where and why, and no more than was observed. */
export function PrintLine({ job }: { job: Row }) {
  const t = useT()
  const schema = useResourceSchema('print-jobs')
  const evidence = words[String(job.evidence)]
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.25,
        py: 0.5,
        pl: 1,
        borderLeft: 3,
        borderColor: job.purpose === 'reprint' ? 'warning.main' : 'divider',
      }}
    >
      {fieldsOf(schema?.fields ?? [], told)
        .filter(({ field }) => job[field.name])
        .map(({ field }) => (
          <FieldValue key={field.name} field={field} value={job[field.name]} dense />
        ))}
      <JobState job={job} />
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {[
          evidence ? t(evidence) : '',
          job.possiblyIncomplete === true ? t('evidence.cut') : '',
          Number(job.attempts) > 1 ? t('papers.attempts', { count: Number(job.attempts) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Box>
    </Box>
  )
}
