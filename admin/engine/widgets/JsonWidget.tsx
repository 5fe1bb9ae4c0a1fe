import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useT } from '../../i18n/useT'
import { ReadOnlyWidget } from './ReadOnlyWidget'
import { useFieldInput } from './useFieldInput'
import type { WidgetProps } from './WidgetProps'

const shown = (value: unknown) =>
  value === null || value === undefined ? '' : JSON.stringify(value, null, 2)

/** JSON as text. What does not parse yet stays as typed and is not put into the form. */
export function JsonWidget(props: WidgetProps) {
  return props.field.readOnly ? <ReadOnlyWidget {...props} /> : <JsonText {...props} />
}

function JsonText(props: WidgetProps) {
  const t = useT()
  const { value, setValue, shared } = useFieldInput(props)
  const [typed, setTyped] = useState<string>()
  const [isBroken, setBroken] = useState(false)
  const type = (text: string) => {
    setTyped(text)
    try {
      setValue(text.trim() ? JSON.parse(text) : null)
      setBroken(false)
    } catch {
      setBroken(true)
    }
  }
  return (
    <TextField
      {...shared}
      fullWidth
      multiline
      minRows={3}
      maxRows={16}
      value={typed ?? shown(value)}
      onChange={(event) => type(event.target.value)}
      error={isBroken || shared.error}
      helperText={isBroken ? t('invalid.json') : shared.helperText}
      slotProps={{ htmlInput: { style: { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: 12 } } }}
    />
  )
}
