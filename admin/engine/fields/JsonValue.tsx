import Box from '@mui/material/Box'
import type { FieldValueProps } from './FieldValue'

const MONO = 'ui-monospace, "Cascadia Mono", Consolas, monospace'

export function JsonValue({ value, dense }: FieldValueProps) {
  if (dense) return <span style={{ fontFamily: MONO, fontSize: 12 }}>{JSON.stringify(value)}</span>
  return (
    <Box
      component="pre"
      tabIndex={0}
      sx={{
        m: 0,
        p: 1,
        maxHeight: 360,
        overflow: 'auto',
        fontFamily: MONO,
        fontSize: 12,
        bgcolor: 'action.hover',
        borderRadius: 1,
      }}
    >
      {JSON.stringify(value, null, 2)}
    </Box>
  )
}
