import Checkbox from '@mui/material/Checkbox'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

export function BooleanWidget(props: WidgetProps) {
  const { value, setValue, shared } = useFieldInput(props)
  const { label, error, helperText, disabled, inputRef, onBlur, id } = shared
  return (
    <FormControl error={error} disabled={disabled}>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            id={id}
            size="small"
            checked={value === true}
            onChange={(_event, checked) => setValue(checked)}
            onBlur={onBlur}
            slotProps={{ input: { ref: inputRef } }}
          />
        }
      />
      {helperText ? <FormHelperText>{helperText}</FormHelperText> : null}
    </FormControl>
  )
}
