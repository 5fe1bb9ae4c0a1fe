import Box from '@mui/material/Box'
import { useListContext } from 'react-admin'
import { ListPage } from '../engine/list/ListPage'
import { PageWait } from '../layout/PageWait'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { FoundCard } from './FoundCard'
import { NothingFound } from './NothingFound'

export default function FoundPage({ resource }: { resource: ResourceSchema }) {
  return (
    <ListPage resource={resource}>
      <Cards resource={resource} />
    </ListPage>
  )
}

function Cards({ resource }: { resource: ResourceSchema }) {
  const { data = [], isPending } = useListContext<Row>()
  if (isPending) return <PageWait />
  if (data.length === 0) return <NothingFound resource={resource} />
  return (
    <Box sx={{ overflowY: 'auto' }}>
      {data.map((found) => (
        <FoundCard key={found.id} resource={resource} found={found} />
      ))}
    </Box>
  )
}
