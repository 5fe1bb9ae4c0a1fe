import TextField from '@mui/material/TextField'
import InputAdornment from '@mui/material/InputAdornment'
import { codecs } from '../values/codecs'
import { useTypedText } from '../values/useTypedText'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

const CURRENCY = new Set(['money', 'price'])

/** Integer, quantity, money, price and rate: typed as people write them, stored as the API wants them. */
export function NumberWidget(props: WidgetProps) {
  const { value, setValue, shared } = useFieldInput(props)
  const { onBlur, ...rest } = shared
  const typed = useTypedText(codecs[props.field.kind], value, setValue)
  return (
    <TextField
      {...rest}
      fullWidth
      value={typed.text}
      onChange={(event) => typed.onType(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        typed.onLeave()
        onBlur()
      }}
      slotProps={{
        htmlInput: { inputMode: 'decimal', autoComplete: 'off', style: { textAlign: 'right' } },
        input: CURRENCY.has(props.field.kind)
          ? { startAdornment: <InputAdornment position="start">¥</InputAdornment> }
          : undefined,
      }}
    />
  )
}
