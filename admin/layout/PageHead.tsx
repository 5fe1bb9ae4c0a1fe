import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Title, useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'

interface PageHeadProps {
  title: string
  resource: ResourceSchema
  /** Beside the title: a state, a count. */
  mark?: ReactNode
  actions?: ReactNode
}

/** Name of the page with what can be done on it; the bar above leads back to the list. */
export function PageHead({ title, resource, mark, actions }: PageHeadProps) {
  const say = useText()
  const createPath = useCreatePath()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 36, mb: 0.5, flexWrap: 'wrap' }}>
      <title>{`${title} · Slipway`}</title>
      <Title
        title={
          <Box
            component={Link}
            to={createPath({ resource: resource.name, type: 'list' })}
            sx={{ textDecoration: 'none' }}
          >
            {say(resource.label)}
          </Box>
        }
      />
      <Typography variant="h5" component="h1">
        {title}
      </Typography>
      {mark}
      <Box sx={{ flex: 1 }} />
      {actions}
    </Box>
  )
}
