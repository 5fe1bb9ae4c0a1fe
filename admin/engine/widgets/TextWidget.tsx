import TextField from '@mui/material/TextField'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

export function TextWidget(props: WidgetProps) {
  const { value, setValue, shared } = useFieldInput(props)
  const isLong = props.field.kind === 'longtext'
  return (
    <TextField
      {...shared}
      fullWidth
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onChange={(event) => setValue(event.target.value || null)}
      {...(props.field.secret ? { type: 'password', autoComplete: 'new-password' } : {})}
      {...(isLong ? { multiline: true, minRows: 2, maxRows: 8 } : {})}
    />
  )
}
