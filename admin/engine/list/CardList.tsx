import Box from '@mui/material/Box'
import { useCreatePath, useListContext } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { PageWait } from '../../layout/PageWait'
import { fieldsOf } from '../../schema/fieldOf'
import type { Row } from '../../schema/row'
import type { FieldSchema, ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { valueAt } from '../../schema/valueAt'
import { FieldValue } from '../fields/FieldValue'
import { EmptyList } from './EmptyList'
import { TitleCell } from './TitleCell'

const SHOWN = 5

/** The list on a phone: a card a record, to be opened with a thumb. `children` draws more under what is known. */
export function CardList({
  resource,
  children,
}: {
  resource: ResourceSchema
  children?: (record: Row) => React.ReactNode
}) {
  const { data, isPending } = useListContext<Row>()
  if (isPending) return <PageWait />
  if (!data || data.length === 0) return <EmptyList resource={resource} />
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, overflowY: 'auto', minHeight: 0 }}>
      {data.map((record) => (
        <RecordCard key={record.id} resource={resource} record={record}>
          {children?.(record)}
        </RecordCard>
      ))}
    </Box>
  )
}

const isState = (field: FieldSchema) =>
  field.kind === 'choice' && !field.many && field.choices?.some(({ tone }) => tone)

interface RecordCardProps {
  resource: ResourceSchema
  record: Row
  children?: React.ReactNode
}

function RecordCard({ resource, record, children }: RecordCardProps) {
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const known = fieldsOf(resource.fields, resource.grid).filter(
    ({ path }) => path !== resource.title && (valueAt(record, path) ?? '') !== '',
  )
  // What is drawn by hand under the title shows the state in its own way.
  const states = children ? [] : known.filter(({ field }) => isState(field))
  const facts = children ? [] : known.filter(({ field }) => !isState(field)).slice(0, SHOWN)
  return (
    <Box
      component="li"
      onClick={() => void navigate(createPath({ resource: resource.name, type: 'show', id: record.id }))}
      sx={{ px: 1.5, py: 1.25, borderBottom: 1, borderColor: 'divider', cursor: 'pointer' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28, fontSize: 15 }}>
        <Box
          sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          <TitleCell resource={resource.name} record={record} />
        </Box>
        {states.map(({ path, field }) => (
          <FieldValue key={path} field={field} value={valueAt(record, path)} dense />
        ))}
      </Box>
      {facts.map(({ path, field }) => (
        <Fact key={path} field={field} value={valueAt(record, path)} />
      ))}
      {children}
    </Box>
  )
}

function Fact({ field, value }: { field: FieldSchema; value: unknown }) {
  const say = useText()
  return (
    <Box sx={{ display: 'flex', gap: 1, lineHeight: '24px' }}>
      <Box sx={{ flex: 'none', width: 84, color: 'text.secondary' }}>{say(field.label)}</Box>
      <Box sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        <FieldValue field={field} value={value} dense />
      </Box>
    </Box>
  )
}
