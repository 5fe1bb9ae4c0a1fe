import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import type { RecordToolProps } from '../engine/show/recordTools'
import { Sections } from '../engine/show/Sections'
import { TimeLine } from '../engine/show/TimeLine'
import type { FieldSchema } from '../schema/types'
import { Papers } from './Papers'

const SECTIONS = new Set(['lines', 'json', 'longtext'])

/** `issued` where there are `issuedAt` and `issuedBy`: shown as the record's story and not among its facts. */
const stampsOf = (fields: FieldSchema[]): string[] =>
  fields.flatMap(({ name, kind, readOnly }) =>
    kind === 'datetime' && readOnly && name.endsWith('At') && name !== 'updatedAt' ? [name.slice(0, -2)] : [],
  )

/** The head of the page says it already. */
const isInHead = ({ name, kind, many, choices }: FieldSchema, title: string) =>
  name === title || (kind === 'choice' && !many && choices?.some(({ tone }) => tone))

/** The name that was written down with a reference says it twice: `customerName` beside `customerId`. */
const isNameOfOther = ({ name }: FieldSchema, fields: FieldSchema[]) =>
  name.endsWith('Name') &&
  fields.some((other) => other.reference && other.name === name.replace(/Name$/, 'Id'))

interface SubjectPageProps extends RecordToolProps {
  /** In place of its lines as declared. */
  children?: ReactNode
}

/** A record that has papers: what is known and its lines in the middle, its story and papers at the side. */
export function SubjectPage({ resource, record, children }: SubjectPageProps) {
  // Made before anything else, also where that is of the same moment.
  const stamps = ['created', ...stampsOf(resource.fields).filter((stamp) => stamp !== 'created')]
  const told = new Set(['updatedAt', ...stamps.flatMap((stamp) => [`${stamp}At`, `${stamp}By`])])
  return (
    <>
      <RecordHead resource={resource} record={record} />
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          // Lines need the width of the window: only a wide one has its side free for the story and the papers.
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) 292px' },
          gridTemplateRows: { xl: 'auto 1fr' },
          gridTemplateAreas: {
            xs: '"facts" "lines" "side"',
            md: '"facts" "side" "lines"',
            xl: '"facts side" "lines side"',
          },
          alignItems: 'start',
        }}
      >
        <Card sx={{ gridArea: 'facts', p: 1.5, minWidth: 0 }}>
          <Facts
            fields={resource.fields.filter(
              (field) =>
                !SECTIONS.has(field.kind) &&
                !told.has(field.name) &&
                !isInHead(field, resource.title) &&
                !isNameOfOther(field, resource.fields),
            )}
            record={record}
            minWidth={150}
            onlyKnown
          />
        </Card>
        <Stack spacing={1.5} sx={{ gridArea: 'lines', minWidth: 0 }}>
          {children ?? <Sections resource={resource} record={record} />}
        </Stack>
        <Box
          sx={{
            gridArea: 'side',
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { md: '1fr 1fr', xl: '1fr' },
            alignItems: 'start',
          }}
        >
          <TimeLine fields={resource.fields} record={record} stamps={stamps} />
          <Papers filter={{ subject: resource.name, subjectId: record.id }} />
        </Box>
      </Box>
    </>
  )
}
