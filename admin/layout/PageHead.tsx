import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Title } from 'react-admin'

interface PageHeadProps {
  title: string
  /** Beside the title: a state, a count. */
  mark?: ReactNode
  actions?: ReactNode
}

/** Name of the page with what can be done on it. */
export function PageHead({ title, mark, actions }: PageHeadProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 32, mb: 1, flexWrap: 'wrap' }}>
      <Title title={title} />
      <Typography variant="h5" component="h1">
        {title}
      </Typography>
      {mark}
      <Box sx={{ flex: 1 }} />
      {actions}
    </Box>
  )
}
