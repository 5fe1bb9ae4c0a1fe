import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { FormRows } from '../engine/form/FormRows'
import { Widget } from '../engine/widgets/Widget'
import { fieldOf } from '../schema/fieldOf'
import type { ResourceSchema } from '../schema/types'
import { CustomerInput } from './CustomerInput'
import { OrderLinesInput } from './OrderLinesInput'
import { Totals } from './Totals'
import { useOrderPreview } from './useOrderPreview'

const rows = [
  ['warehouseId', 'channel', 'urgency', 'receivedAt', 'requestedDate', 'payMethod', 'shipMethod'],
  'shipTo',
]

/** Order entry: who, how, what, and the bill as the server computes it while it is typed. */
export function OrderForm({ resource }: { resource: ResourceSchema }) {
  const preview = useOrderPreview()
  const customer = fieldOf(resource.fields, 'customerId')
  const lines = fieldOf(resource.fields, 'lines')
  const remarks = fieldOf(resource.fields, 'specialRequirements')
  const taxIncluded = fieldOf(resource.fields, 'taxIncluded')
  return (
    <Stack spacing={1}>
      <Card sx={{ p: 1.5 }}>
        <Stack spacing={1.5}>
          <Box
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { md: '1fr auto' }, alignItems: 'center' }}
          >
            {customer ? <CustomerInput field={customer} source="customerId" /> : null}
            {taxIncluded ? <Widget field={taxIncluded} source="taxIncluded" /> : null}
          </Box>
          <FormRows resource={resource} rows={rows} />
        </Stack>
      </Card>
      {lines ? (
        <Card sx={{ p: 1.5 }}>
          <OrderLinesInput field={lines} computed={preview.lines} />
        </Card>
      ) : null}
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { md: '1fr 380px' } }}>
        <Card sx={{ p: 1.5 }}>
          {remarks ? <Widget field={remarks} source="specialRequirements" /> : null}
        </Card>
        <Card sx={{ p: 1.5 }}>
          <Totals
            fields={resource.fields}
            order={preview.order}
            isPending={preview.isPending}
            note={preview.note}
          />
        </Card>
      </Box>
    </Stack>
  )
}
