import Box from '@mui/material/Box'
import type { Tone } from '../../schema/types'
import { toneColor } from '../../theme/tones'

/** A word on a tinted ground. The word carries the meaning; the colour only helps the eye to find it. */
export function StatusChip({ label, tone }: { label: string; tone: Tone }) {
  return (
    <Box
      component="span"
      sx={{
        position: 'relative',
        display: 'inline-block',
        maxWidth: '100%',
        px: 0.75,
        borderRadius: 0.5,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        verticalAlign: 'bottom',
        fontSize: 12,
        lineHeight: '20px',
        color: toneColor[tone],
        '&::before': { content: '""', position: 'absolute', inset: 0, bgcolor: 'currentColor', opacity: 0.1 },
      }}
    >
      {label}
    </Box>
  )
}
