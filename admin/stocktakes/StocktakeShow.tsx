import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { ShowBase, useRecordContext } from 'react-admin'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { TimeLine } from '../engine/show/TimeLine'
import { PageWait } from '../layout/PageWait'
import { Papers } from '../papers/Papers'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { CountDesk } from './CountDesk'
import { CountLines } from './CountLines'

const facts = [
  'warehouseId',
  'quality',
  'blind',
  'products',
  'team',
  'remark',
  'differenceCount',
  'cancelReason',
]
const stamps = ['started', 'finished', 'approved']

export default function StocktakeShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <StocktakePage resource={resource} />
    </ShowBase>
  )
}

/** A stocktake at work: the scanner's field on top of the lines, its story and papers at the side. */
function StocktakePage({ resource }: { resource: ResourceSchema }) {
  const stocktake = useRecordContext<Row>()
  if (!stocktake) return <PageWait />
  const canCount = stocktake.status === 'counting' && resource.actions.some(({ name }) => name === 'count')
  // Counting has its place in the page, and needs no dialog.
  const others = { ...resource, actions: resource.actions.filter(({ name }) => name !== 'count') }
  return (
    <>
      <RecordHead resource={others} record={stocktake} />
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 292px' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={1.5} sx={{ minWidth: 0 }}>
          {canCount ? <CountDesk stocktake={stocktake} /> : null}
          {stocktake.status === 'draft' ? null : <CountLines stocktake={stocktake} canCount={canCount} />}
          <Card sx={{ p: 1.5 }}>
            <Facts
              fields={fieldsOf(resource.fields, facts).map(({ field }) => field)}
              record={stocktake}
              minWidth={150}
              onlyKnown
            />
          </Card>
        </Stack>
        <Stack spacing={1.5}>
          <TimeLine fields={resource.fields} record={stocktake} stamps={stamps} />
          <Papers filter={{ subject: resource.name, subjectId: stocktake.id }} />
        </Stack>
      </Box>
    </>
  )
}
