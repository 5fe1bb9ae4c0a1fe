import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { ShowBase, useRecordContext } from 'react-admin'
import { ChangeRequestButton } from '../changeRequests/ChangeRequestButton'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { TimeLine } from '../engine/show/TimeLine'
import { PageWait } from '../layout/PageWait'
import { Papers } from '../papers/Papers'
import type { Problem } from '../providers/problem'
import { fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
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

export default function OrderShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <OrderPage resource={resource} />
    </ShowBase>
  )
}

/** An order at work: what may be done on top, lines and bill in the middle, its story, goods and papers at the side. */
function OrderPage({ resource }: { resource: ResourceSchema }) {
  const order = useRecordContext<Row>()
  const [problem, setProblem] = useState<Problem>()
  if (!order) return <PageWait />
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
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { lg: 'minmax(0, 1fr) 292px' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={1.5}>
          <Card sx={{ p: 1.5 }}>
            <Facts fields={shown} record={order} minWidth={150} onlyKnown />
          </Card>
          <Card sx={{ p: 1.5 }}>
            <OrderLines resource={resource} order={order} problem={problem} />
            <Box sx={{ maxWidth: 380, ml: 'auto', mt: 1.5 }}>
              <Totals fields={resource.fields} order={order} />
            </Box>
          </Card>
        </Stack>
        <Stack spacing={1.5}>
          <TimeLine fields={resource.fields} record={order} stamps={stamps} />
          <OrderShipments orderId={order.id} />
          <Papers filter={{ orderId: order.id }} />
        </Stack>
      </Box>
    </>
  )
}
