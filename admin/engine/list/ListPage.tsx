import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { ListBase } from 'react-admin'
import type { ReactNode } from 'react'
import type { ResourceSchema } from '../../schema/types'
import { useIsPhone } from '../../layout/useIsPhone'
import { InlineFilters } from '../filters/InlineFilters'
import { CardList } from './CardList'
import { Grid } from './Grid'
import { ListFoot } from './ListFoot'
import { ListTabs } from './ListTabs'
import { ListToolbar } from './ListToolbar'

interface ListPageProps {
  resource: ResourceSchema
  /** Above the list, such as the printers over their queue. */
  head?: ReactNode
  /** What can be done with the selected records beside the declared actions. */
  selectionTools?: ReactNode
  /** In place of the generated grid. */
  children?: ReactNode
}

/** The list of any resource: one line of tools, tabs, and a grid that fills the window and scrolls in itself; cards on a phone. */
export function ListPage({ resource, head, selectionTools, children }: ListPageProps) {
  const isPhone = useIsPhone()
  return (
    <ListBase sort={resource.sort} perPage={25}>
      <Box
        sx={{
          display: 'flex',
          flexDirection: 'column',
          height: { xs: 'calc(100% + 64px)', sm: '100%' },
          minHeight: 0,
        }}
      >
        {head}
        <ListToolbar resource={resource} selectionTools={selectionTools} />
        <InlineFilters resource={resource} />
        <Card sx={{ display: 'flex', flexDirection: 'column', flex: '0 1 auto', minHeight: 0 }}>
          <ListTabs resource={resource} />
          {children ?? (isPhone ? <CardList resource={resource} /> : <Grid resource={resource} />)}
          <ListFoot />
        </Card>
      </Box>
    </ListBase>
  )
}
