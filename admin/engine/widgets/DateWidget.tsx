import TextField from '@mui/material/TextField'
import { fromLocalInput, toLocalInput } from '../values/shanghaiTime'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

/** A Shanghai day, or a moment shown and typed in Shanghai time. */
export function DateWidget(props: WidgetProps) {
  const { value, setValue, shared } = useFieldInput(props)
  const isMoment = props.field.kind === 'datetime'
  const text = typeof value === 'string' ? value : ''
  return (
    <TextField
      {...shared}
      fullWidth
      type={isMoment ? 'datetime-local' : 'date'}
      value={isMoment ? toLocalInput(text) : text}
      onChange={({ target }) => setValue(isMoment ? fromLocalInput(target.value) : target.value || null)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  )
}
