import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'

interface WithSideProps {
  /** What stands beside on a wide window, and below on others. */
  side: ReactNode
  /** In px. */
  sideWidth?: number
  children: ReactNode
}

/** A column of cards with a narrow one beside it. */
export function WithSide({ side, sideWidth = 292, children }: WithSideProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: `minmax(0, 1fr) ${sideWidth}px` },
        alignItems: 'start',
      }}
    >
      <Stack spacing={1.5} sx={{ minWidth: 0 }}>
        {children}
      </Stack>
      <Stack spacing={1.5} sx={{ minWidth: 0 }}>
        {side}
      </Stack>
    </Box>
  )
}
