import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ComponentType } from 'react'
import type { FieldKind, FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { BooleanWidget } from './BooleanWidget'
import { ChoiceWidget } from './ChoiceWidget'
import { DateWidget } from './DateWidget'
import { JsonWidget } from './JsonWidget'
import { LinesWidget } from './LinesWidget'
import { NumberWidget } from './NumberWidget'
import { ReadOnlyWidget } from './ReadOnlyWidget'
import { ReferenceWidget } from './ReferenceWidget'
import { TextWidget } from './TextWidget'
import type { WidgetProps } from './WidgetProps'

const widgets: Record<FieldKind, ComponentType<WidgetProps>> = {
  text: TextWidget,
  longtext: TextWidget,
  integer: NumberWidget,
  quantity: NumberWidget,
  money: NumberWidget,
  price: NumberWidget,
  rate: NumberWidget,
  boolean: BooleanWidget,
  date: DateWidget,
  datetime: DateWidget,
  choice: ChoiceWidget,
  reference: ReferenceWidget,
  lines: LinesWidget,
  group: GroupWidget,
  json: JsonWidget,
  file: ReadOnlyWidget,
  hash: ReadOnlyWidget,
}

/** The input for a field, by its kind. */
export function Widget(props: WidgetProps) {
  const Input = widgets[props.field.kind]
  return <Input {...props} />
}

/** One owned object, such as an address: its fields in a row under its label. */
function GroupWidget({ field, source, disabled }: WidgetProps) {
  const say = useText()
  const parts = field.fields ?? []
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ p: 0, mb: 1 }}>
        {say(field.label)}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { sm: parts.map(share).join(' ') },
        }}
      >
        {parts.map((part) => (
          <Widget
            key={part.name}
            field={part}
            source={`${source}.${part.name}`}
            disabled={disabled || part.readOnly}
          />
        ))}
      </Box>
    </Box>
  )
}

const LONG = 100

/** Long texts such as addresses get twice the room. */
const share = (field: FieldSchema) => ((field.maxLength ?? 0) > LONG ? 'minmax(0, 2fr)' : 'minmax(0, 1fr)')
