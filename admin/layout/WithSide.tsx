import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'

interface WithSideProps {
  side: ReactNode
  /** In px. */
  sideWidth?: number
  /** How wide the window must be, in px, for the side to stand beside; in others its cards stand below, in a row. */
  from?: number
  children: ReactNode
}

/** A column of cards with a narrow one beside it. Lines of an order need the width of a small desk for themselves. */
export function WithSide({ side, sideWidth = 292, from = 1400, children }: WithSideProps) {
  const wide = `@media (min-width: ${from}px)`
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'minmax(0, 1fr)',
        alignItems: 'start',
        [wide]: { gridTemplateColumns: `minmax(0, 1fr) ${sideWidth}px` },
      }}
    >
      <Stack spacing={1.5} sx={{ minWidth: 0 }}>
        {children}
      </Stack>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fit, minmax(280px, 1fr))' },
          alignItems: 'start',
          [wide]: { gridTemplateColumns: 'minmax(0, 1fr)' },
        }}
      >
        {side}
      </Box>
    </Box>
  )
}
