import Card from '@mui/material/Card'
import { ActionDialog } from '../engine/actions/ActionDialog'
import { LinesTable } from '../engine/lines/LinesTable'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { TimeLine } from '../engine/show/TimeLine'
import { WithSide } from '../layout/WithSide'
import { Papers } from '../papers/Papers'
import { fieldOf, fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { recordTitle } from '../schema/recordTitle'
import type { ActionSchema } from '../schema/types'
import { isObject } from '../schema/valueAt'

const facts = [
  'orderId',
  'customerName',
  'warehouseId',
  'carrier',
  'waybillNo',
  'packages',
  'weightKg',
  'createdAt',
  'cancelReason',
]
const columns = ['productId', 'spec', 'quantity', 'unit']
const stamps = ['created', 'issued', 'dispatched', 'delivered']

export default recordPage(ShipmentPage)

/** A shipment at work: goods in the middle, its story and papers at the side. */
function ShipmentPage({ resource, record: shipment }: RecordToolProps) {
  const lineFields = fieldOf(resource.fields, 'lines')?.fields ?? []
  const rows = Array.isArray(shipment.lines) ? shipment.lines.filter(isObject) : []
  return (
    <>
      <RecordHead
        resource={resource}
        record={shipment}
        dialogFor={(action, { run, close }) =>
          action.name === 'waybill' ? (
            <ActionDialog
              action={action}
              subject={recordTitle(resource.name, shipment)}
              initial={pick(shipment, action)}
              onRun={run}
              onClose={close}
            />
          ) : undefined
        }
      />
      <WithSide
        side={
          <>
            <TimeLine fields={resource.fields} record={shipment} stamps={stamps} />
            <Papers filter={{ shipmentId: shipment.id }} />
          </>
        }
      >
        <Card sx={{ p: 1.5 }}>
          <Facts
            fields={fieldsOf(resource.fields, facts).map(({ field }) => field)}
            record={shipment}
            minWidth={150}
            onlyKnown
          />
        </Card>
        <Card sx={{ p: 1.5 }}>
          <LinesTable fields={fieldsOf(lineFields, columns).map(({ field }) => field)} rows={rows} />
        </Card>
      </WithSide>
    </>
  )
}

/** What the shipment says already of what an action asks for. */
const pick = (shipment: Row, { input }: ActionSchema) =>
  Object.fromEntries(input.map(({ name }) => [name, shipment[name] ?? null]))
