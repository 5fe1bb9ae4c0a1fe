import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import type { ActionBarProps } from '../actions/ActionBar'
import { Facts } from './Facts'
import { Related } from './Related'
import { Sections } from './Sections'
import { RecordHead } from './RecordHead'
import { recordPage } from './recordPage'
import { useRecordPanels, type RecordToolProps } from './recordTools'

/** A record of any resource, read only, with what can be done to it. */
export const ShowPage = recordPage(ShowRecord)

/** The same for a page that draws some dialogs by hand. */
export function ShowRecord({
  resource,
  record,
  dialogFor,
}: RecordToolProps & Pick<ActionBarProps, 'dialogFor'>) {
  const panels = useRecordPanels()
  return (
    <>
      <RecordHead resource={resource} record={record} dialogFor={dialogFor} />
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
