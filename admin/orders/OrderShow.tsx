import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { useState } from 'react'
import { ChangeRequestButton } from '../changeRequests/ChangeRequestButton'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { TimeLine } from '../engine/show/TimeLine'
import { WithSide } from '../layout/WithSide'
import { Papers } from '../papers/Papers'
import type { Problem } from '../providers/problem'
import { fieldsOf } from '../schema/fieldOf'
import { DuplicateButton } from './DuplicateButton'
import { OrderLines } from './OrderLines'
import { OrderShipments } from './OrderShipments'
import { ShipDialog } from './ShipDialog'
import { Totals } from './Totals'

const facts = [
  'customerId',
  'warehouseId',
  'channel',
  'urgency',
  'requestedDate',
  'payMethod',
  'shipMethod',
  'taxIncluded',
  'shipTo',
  'specialRequirements',
  'rejectReason',
  'cancelReason',
]

const stamps = ['entered', 'submitted', 'rejected', 'confirmed', 'cancelled', 'completed']

export default recordPage(OrderPage)

/** An order at work: what may be done on top, lines and bill in the middle, its story, goods and papers at the side. */
function OrderPage({ resource, record: order }: RecordToolProps) {
  const [problem, setProblem] = useState<Problem>()
  const shown = fieldsOf(resource.fields, facts).map(({ field }) => field)
  return (
    <>
      <RecordHead
        resource={resource}
        record={order}
        onProblem={setProblem}
        dialogFor={(action, dialog) =>
          action.name === 'ship' ? <ShipDialog action={action} order={order} {...dialog} /> : undefined
        }
      >
        <ChangeRequestButton order={order} />
        {resource.can.create && order.lines !== undefined ? <DuplicateButton order={order} /> : null}
      </RecordHead>
      <WithSide
        side={
          <>
            <TimeLine fields={resource.fields} record={order} stamps={stamps} />
            <OrderShipments orderId={order.id} />
            <Papers filter={{ orderId: order.id }} />
          </>
        }
      >
        <Card sx={{ p: 1.5 }}>
          <Facts fields={shown} record={order} minWidth={150} onlyKnown />
        </Card>
        <Card sx={{ p: 1.5 }}>
          <OrderLines resource={resource} order={order} problem={problem} />
          <Box sx={{ maxWidth: 380, ml: 'auto', mt: 1.5 }}>
            <Totals fields={resource.fields} order={order} />
          </Box>
        </Card>
      </WithSide>
    </>
  )
}
