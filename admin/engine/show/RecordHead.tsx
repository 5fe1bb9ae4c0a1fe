import EditOutlined from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState, type ReactNode } from 'react'
import { DeleteWithConfirmButton, useCreatePath, useTranslate } from 'react-admin'
import { Link, useNavigate } from 'react-router-dom'
import { PageHead } from '../../layout/PageHead'
import { useShortcut } from '../../layout/shortcuts'
import type { Problem } from '../../providers/problem'
import { matches } from '../../schema/matches'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { ActionBar, type ActionBarProps } from '../actions/ActionBar'
import { ProblemAlert } from '../actions/ProblemAlert'
import { useRecordTools } from './recordTools'
import { FieldValue } from '../fields/FieldValue'
import { usePageTitle } from '../usePageTitle'

interface RecordHeadProps extends Pick<ActionBarProps, 'dialogFor' | 'onDone'> {
  resource: ResourceSchema
  record: Row
  /** Told about refusals, for pages that mark them in place. */
  onProblem?: (problem: Problem | undefined) => void
  children?: ReactNode
}

/** Name, states, and the actions allowed now; a refused action says why right under them. */
export function RecordHead({ resource, record, onProblem, children, ...actions }: RecordHeadProps) {
  const title = usePageTitle(resource, 'show', record)
  const tools = useRecordTools()
  const [problem, setProblem] = useState<Problem>()
  const canEdit = resource.can.update && matches(resource.updateWhen, record)
  const take = (next: Problem | undefined) => {
    setProblem(next)
    onProblem?.(next)
  }
  return (
    <>
      <PageHead
        title={title}
        resource={resource}
        mark={<States resource={resource} record={record} />}
        actions={
          <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap' }}>
            {children}
            {tools.map((Tool) => (
              <Tool key={Tool.name} resource={resource} record={record} />
            ))}
            {resource.can.delete ? <DeleteWithConfirmButton mutationMode="pessimistic" /> : null}
            {canEdit ? <EditButton resource={resource} record={record} /> : null}
            <ActionBar resource={resource} record={record} isDocked onProblem={take} {...actions} />
          </Stack>
        }
      />
      <ProblemAlert problem={problem} fields={resource.fields} onClose={() => take(undefined)} />
    </>
  )
}

/** The choices with a tone are the states of a record. */
function States({ resource, record }: RecordHeadProps) {
  return resource.fields
    .filter((field) => field.kind === 'choice' && !field.many && field.choices?.some((choice) => choice.tone))
    .slice(0, 2)
    .map((field) => <FieldValue key={field.name} field={field} value={record[field.name]} dense />)
}

function EditButton({ resource, record }: RecordHeadProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const path = createPath({ resource: resource.name, type: 'edit', id: record.id })
  useShortcut('e', 'shortcut.edit', () => void navigate(path))
  return (
    <Button
      component={Link}
      to={path}
      variant="outlined"
      color="inherit"
      sx={{ borderColor: 'divider' }}
      startIcon={<EditOutlined />}
    >
      {translate('ra.action.edit')}
    </Button>
  )
}
