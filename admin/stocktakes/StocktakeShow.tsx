import Card from '@mui/material/Card'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { TimeLine } from '../engine/show/TimeLine'
import { WithSide } from '../layout/WithSide'
import { Papers } from '../papers/Papers'
import { fieldsOf } from '../schema/fieldOf'
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

export default recordPage(StocktakePage)

/** A stocktake at work: the scanner's field on top of the lines, its story and papers at the side. */
function StocktakePage({ resource, record: stocktake }: RecordToolProps) {
  const canCount = stocktake.status === 'counting' && resource.actions.some(({ name }) => name === 'count')
  // Counting has its place in the page, and needs no dialog.
  const others = { ...resource, actions: resource.actions.filter(({ name }) => name !== 'count') }
  return (
    <>
      <RecordHead resource={others} record={stocktake} />
      <WithSide
        side={
          <>
            <TimeLine fields={resource.fields} record={stocktake} stamps={stamps} />
            <Papers filter={{ subject: resource.name, subjectId: stocktake.id }} />
          </>
        }
      >
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
      </WithSide>
    </>
  )
}
