import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { useGetList } from 'react-admin'
import { Link } from 'react-router-dom'
import { FieldValue } from '../engine/fields/FieldValue'
import { TitleCell } from '../engine/list/TitleCell'
import { listPath } from '../engine/listPath'
import { useT } from '../i18n/useT'
import { fieldOf, fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import type { Task } from './tasks'

interface TaskCardProps {
  task: Task
  resource: ResourceSchema
  /** How many of the records to name, the oldest first. */
  shown: number
  /** Left out while nothing waits. */
  isQuiet?: boolean
}

/** What belongs together has about as many pieces as a paper has copies. */
const PIECES = 4

/** How many wait, with the way to all of them and to those that have waited longest. */
export function TaskCard({ task, resource, shown, isQuiet }: TaskCardProps) {
  const t = useT()
  const { data = [], total } = useGetList<Row>(resource.name, {
    filter: task.filter,
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: Math.max(task.names ? shown * PIECES : shown, 1) },
  })
  const ownerOf = (record: Row) => (task.names ? record[task.names] : record.id)
  const groups = data
    .filter((record, at) => data.findIndex((other) => ownerOf(other) === ownerOf(record)) === at)
    .map((record) => ({
      record,
      count: data.filter((other) => ownerOf(other) === ownerOf(record)).length,
    }))
  const isWaiting = (total ?? 0) > 0
  if (isQuiet && !isWaiting) return null
  return (
    <Card sx={{ breakInside: 'avoid', mb: 1.5 }}>
      <Box
        component={Link}
        to={listPath(resource, task.filter)}
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          px: 1.5,
          py: 1,
          textDecoration: 'none',
          '&, &:visited': { color: 'text.primary' },
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <span>{t(task.label)}</span>
        <Box
          component="span"
          sx={{
            fontSize: 22,
            fontWeight: 600,
            color: isWaiting ? (task.tone ? 'warning.main' : 'primary.main') : 'text.disabled',
          }}
        >
          {total ?? '…'}
        </Box>
      </Box>
      {shown > 0 && isWaiting
        ? groups
            .slice(0, shown)
            .map(({ record, count }) => (
              <Waiting key={record.id} resource={resource} record={record} names={task.names} count={count} />
            ))
        : null}
    </Card>
  )
}

interface WaitingProps {
  resource: ResourceSchema
  record: Row
  names?: string
  count: number
}

/** One waiting record, or several that belong to one other: its name and the first words that tell whose it is. */
function Waiting({ resource, record, names, count }: WaitingProps) {
  const own = names ? fieldOf(resource.fields, names) : undefined
  const known = fieldsOf(resource.fields, resource.grid).filter(
    ({ path }) => path !== resource.title && path !== names && record[path],
  )
  const told =
    known.find(({ field }) => field.kind === 'text') ?? known.find(({ field }) => field.kind === 'reference')
  return (
    <Box
      sx={{
        display: 'flex',
        justifyContent: 'space-between',
        gap: 1.5,
        px: 1.5,
        py: 0.5,
        borderTop: 1,
        borderColor: 'divider',
        '& > *': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      }}
    >
      {own ? (
        <Box>
          <FieldValue field={own} value={record[own.name]} dense />
          {count > 1 ? ` × ${count}` : null}
        </Box>
      ) : (
        <TitleCell resource={resource.name} record={record} />
      )}
      <Box sx={{ color: 'text.secondary', flex: '0 1 auto' }}>
        {told ? <FieldValue field={told.field} value={record[told.path]} dense /> : null}
      </Box>
    </Box>
  )
}
