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

/** Beside title, states, who it is about and the sum. */
const OTHERS = 3

const oneLine = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }

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
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        overflowY: 'auto',
        minHeight: 0,
        pb: resource.can.create ? 10 : 0,
      }}
    >
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
  const facts = children ? [] : known.filter(({ field }) => !isState(field))
  const [subject, sum] = [facts.find(isWords), facts.find(({ field }) => field.kind === 'money')]
  const others = facts.filter((fact) => fact !== subject && fact !== sum).slice(0, OTHERS)
  return (
    <Box
      component="li"
      onClick={() => void navigate(createPath({ resource: resource.name, type: 'show', id: record.id }))}
      sx={{ px: 1.5, py: 0.75, borderBottom: 1, borderColor: 'divider', cursor: 'pointer' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28, fontSize: 15 }}>
        <Box sx={{ ...oneLine, flex: 1 }}>
          <TitleCell resource={resource.name} record={record} />
        </Box>
        {states.map(({ path, field }) => (
          <FieldValue key={path} field={field} value={valueAt(record, path)} dense />
        ))}
      </Box>
      {subject || sum ? (
        <Box sx={{ display: 'flex', gap: 1, lineHeight: '24px' }}>
          <Box sx={{ ...oneLine, flex: 1 }}>{subject ? <Value {...subject} record={record} /> : null}</Box>
          {sum ? <Other {...sum} record={record} strong /> : null}
        </Box>
      ) : null}
      {others.length > 0 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, lineHeight: '22px', fontSize: 13 }}>
          {others.map((fact) => (
            <Other key={fact.path} {...fact} record={record} />
          ))}
        </Box>
      ) : null}
      {children}
    </Box>
  )
}

interface Fact {
  path: string
  field: FieldSchema
}

const isWords = ({ field }: Fact) => field.kind === 'text'

const Value = ({ path, field, record }: Fact & { record: Row }) => (
  <FieldValue field={field} value={valueAt(record, path)} dense />
)

/** A number or a day says little without its name, so each of the lesser facts has it before it. */
function Other({ strong, ...fact }: Fact & { record: Row; strong?: boolean }) {
  const say = useText()
  return (
    <Box sx={{ ...oneLine, display: 'flex', gap: 0.75 }}>
      <Box sx={{ flex: 'none', color: 'text.secondary' }}>{say(fact.field.label)}</Box>
      <Box sx={{ ...oneLine, fontWeight: strong ? 600 : undefined }}>
        <Value {...fact} />
      </Box>
    </Box>
  )
}
