import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { useRecordContext } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { FormRows } from '../engine/form/FormRows'
import { lineColumns } from '../engine/lines/lineColumns'
import { LineGrid } from '../engine/lines/LineGrid'
import { fieldOf } from '../schema/fieldOf'
import { matches } from '../schema/matches'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { isObject } from '../schema/valueAt'
import { allocationOf } from './allocationOf'

/** The declared form, with lines that know what was picked into them. */
export function ReceiptForm({ resource }: { resource: ResourceSchema }) {
  const say = useText()
  const record = useRecordContext<Row>()
  const { getValues, setValue } = useFormContext()
  const field = fieldOf(resource.fields, 'lines')
  const at = resource.form.indexOf('lines')
  const isLocked = record?.id !== undefined && !matches(field?.writableWhen, record)

  const take = (line: number, order: Row) => {
    const set = (name: string, value: unknown) => setValue(name, value, { shouldDirty: true })
    const { customerId, amount, lines }: Record<string, unknown> = getValues()
    if (customerId == null) set('customerId', order.customerId)
    const others = (Array.isArray(lines) ? lines : []).filter((_, index) => index !== line)
    const own: unknown = Array.isArray(lines) ? lines[line] : null
    if (isObject(own) && own.amount == null)
      set(`lines.${line}.amount`, allocationOf(order.grossAmount, amount, others))
  }
  return (
    <Card sx={{ p: 2, maxWidth: 1080 }}>
      <Stack spacing={1.5}>
        <FormRows resource={resource} rows={resource.form.slice(0, at)} />
        {field ? (
          <LineGrid
            fields={lineColumns(field)}
            source="lines"
            label={say(field.label)}
            disabled={isLocked}
            onPick={(line, _column, order) => take(line, order)}
          />
        ) : null}
        <FormRows resource={resource} rows={resource.form.slice(at + 1)} />
      </Stack>
    </Card>
  )
}
