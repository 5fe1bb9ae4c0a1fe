import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { ShowBase, useRecordContext } from 'react-admin'
import { PageWait } from '../../layout/PageWait'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { Facts } from './Facts'
import { Related } from './Related'
import { Sections } from './Sections'
import { RecordHead } from './RecordHead'
import { useRecordPanels } from './recordTools'

/** A record of any resource, read only, with what can be done to it. */
export function ShowPage({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <ShowContent resource={resource} />
    </ShowBase>
  )
}

function ShowContent({ resource }: { resource: ResourceSchema }) {
  const record = useRecordContext<Row>()
  const panels = useRecordPanels()
  if (!record) return <PageWait />
  return (
    <>
      <RecordHead resource={resource} record={record} />
      <Stack spacing={1.5}>
        <Card sx={{ p: 2 }}>
          <Facts
            fields={resource.fields.filter((field) => !field.secret && !isSection(field.kind))}
            record={record}
          />
        </Card>
        <Sections resource={resource} record={record} />
        {panels.map((Panel) => (
          <Panel key={Panel.name} resource={resource} record={record} />
        ))}
        <Related resource={resource} record={record} />
      </Stack>
    </>
  )
}

const isSection = (kind: string) => kind === 'lines' || kind === 'json' || kind === 'longtext'
