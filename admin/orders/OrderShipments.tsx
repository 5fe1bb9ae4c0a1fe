import Box from '@mui/material/Box'
import { useGetList, type Identifier } from 'react-admin'
import { Panel } from '../layout/Panel'
import { FieldValue } from '../engine/fields/FieldValue'
import { TitleCell } from '../engine/list/TitleCell'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import { useT } from '../i18n/useT'

/** The shipments of an order with their states. */
export function OrderShipments({ orderId }: { orderId: Identifier }) {
  const schema = useResourceSchema('shipments')
  return schema ? <Shipments orderId={orderId} /> : null
}

function Shipments({ orderId }: { orderId: Identifier }) {
  const t = useT()
  const say = useText()
  const schema = useResourceSchema('shipments')
  const { data = [], isPending } = useGetList<Row>('shipments', {
    filter: { orderId },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  })
  const status = schema && fieldOf(schema.fields, 'status')
  return (
    <Panel title={say(schema?.label)}>
      {data.length === 0 && !isPending ? (
        <Box sx={{ color: 'text.secondary' }}>{t('order.noShipments')}</Box>
      ) : null}
      {data.map((shipment) => (
        <Box key={shipment.id} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, py: 0.25 }}>
          <TitleCell resource="shipments" record={shipment} />
          {status ? <FieldValue field={status} value={shipment.status} dense /> : null}
        </Box>
      ))}
    </Panel>
  )
}
