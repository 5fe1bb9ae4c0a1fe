import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { DeleteWithConfirmButton, useRedirect } from 'react-admin'
import { useFormState } from 'react-hook-form'
import { useT } from '../../i18n/useT'
import type { Problem } from '../../providers/problem'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { ActionBar } from '../actions/ActionBar'
import { ProblemAlert } from '../actions/ProblemAlert'

/** The actions beside a form; they wait while something is typed and not saved, or it would be lost. */
export function EditActions({ resource, record }: { resource: ResourceSchema; record: Row }) {
  const t = useT()
  const redirect = useRedirect()
  const { isDirty } = useFormState()
  const [problem, setProblem] = useState<Problem>()
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-end' }}>
      <Tooltip title={isDirty ? t('edit.saveFirst') : ''}>
        <Stack direction="row" spacing={1}>
          {resource.can.delete ? <DeleteWithConfirmButton mutationMode="pessimistic" /> : null}
          <ActionBar
            resource={resource}
            record={record}
            disabled={isDirty}
            onProblem={setProblem}
            onDone={() => redirect('show', resource.name, record.id)}
          />
        </Stack>
      </Tooltip>
      {problem ? (
        <Box>
          <ProblemAlert problem={problem} fields={resource.fields} onClose={() => setProblem(undefined)} />
        </Box>
      ) : null}
    </Stack>
  )
}
