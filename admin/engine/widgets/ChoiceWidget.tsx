import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useText } from '../../schema/useText'
import { valueText } from '../values/valueText'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

/** One of the choices, or several where the field takes many. */
export function ChoiceWidget(props: WidgetProps) {
  const say = useText()
  const { field } = props
  const { value, setValue, shared } = useFieldInput(props)
  const many = field.many === true
  const chosen: unknown = many ? (Array.isArray(value) ? value : []) : (value ?? '')
  return (
    <TextField
      {...shared}
      fullWidth
      select
      value={chosen}
      onChange={(event) => setValue(many ? event.target.value : event.target.value || null)}
      slotProps={{
        select: { multiple: many, renderValue: many ? (values) => valueText(field, values, say) : undefined },
      }}
    >
      {many || field.required ? null : <MenuItem value="">—</MenuItem>}
      {(field.choices ?? []).map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {say(choice.label)}
        </MenuItem>
      ))}
    </TextField>
  )
}
