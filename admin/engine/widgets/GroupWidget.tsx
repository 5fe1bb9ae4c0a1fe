import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../../schema/useText'
import type { WidgetProps } from './WidgetProps'
import { Widget } from './Widget'

/** One owned object, such as an address: its fields in a row under its label. */
export function GroupWidget({ field, source, disabled }: WidgetProps) {
  const say = useText()
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ p: 0, mb: 1 }}>
        {say(field.label)}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { sm: 'repeat(auto-fit, minmax(160px, 1fr))' },
        }}
      >
        {(field.fields ?? []).map((part) => (
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
