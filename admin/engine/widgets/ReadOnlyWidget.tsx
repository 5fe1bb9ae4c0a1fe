import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useWatch } from 'react-hook-form'
import { useText } from '../../schema/useText'
import { FieldValue } from '../fields/FieldValue'
import type { WidgetProps } from './WidgetProps'

/** A value that this person cannot change, shown where it would be typed. */
export function ReadOnlyWidget({ field, source }: WidgetProps) {
  const say = useText()
  const value: unknown = useWatch({ name: source })
  return (
    <Box>
      <Typography variant="caption" color="text.secondary">
        {say(field.label)}
      </Typography>
      <Box sx={{ minHeight: 24 }}>
        <FieldValue field={field} value={value} />
      </Box>
    </Box>
  )
}
