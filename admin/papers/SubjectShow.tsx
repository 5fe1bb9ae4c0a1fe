import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { ShowBase, useRecordContext } from 'react-admin'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { Sections } from '../engine/show/Sections'
import { TimeLine } from '../engine/show/TimeLine'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import type { FieldSchema, ResourceSchema } from '../schema/types'
import { Papers } from './Papers'

export default function SubjectShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <SubjectPage resource={resource} />
    </ShowBase>
  )
}

const SECTIONS = new Set(['lines', 'json', 'longtext'])

/** `issued` where there are `issuedAt` and `issuedBy`: shown as the record's story and not among its facts. */
const stampsOf = (fields: FieldSchema[]): string[] =>
  fields.flatMap(({ name, kind, readOnly }) =>
    kind === 'datetime' && readOnly && name.endsWith('At') ? [name.slice(0, -2)] : [],
  )

/** A record that has papers: what is known and its lines in the middle, its story and papers at the side. */
function SubjectPage({ resource }: { resource: ResourceSchema }) {
  const record = useRecordContext<Row>()
  if (!record) return <PageWait />
  const stamps = stampsOf(resource.fields)
  const told = new Set(stamps.flatMap((stamp) => [`${stamp}At`, `${stamp}By`]))
  return (
    <>
      <RecordHead resource={resource} record={record} />
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 292px' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={1.5} sx={{ minWidth: 0 }}>
          <Card sx={{ p: 1.5 }}>
            <Facts
              fields={resource.fields.filter(({ name, kind }) => !SECTIONS.has(kind) && !told.has(name))}
              record={record}
              minWidth={150}
              onlyKnown
            />
          </Card>
          <Sections resource={resource} record={record} />
        </Stack>
        <Stack spacing={1.5}>
          <TimeLine fields={resource.fields} record={record} stamps={stamps} />
          <Papers filter={{ subject: resource.name, subjectId: record.id }} />
        </Stack>
      </Box>
    </>
  )
}
