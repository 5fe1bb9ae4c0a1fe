import Box from '@mui/material/Box'
import { FilterField } from '../engine/filters/FilterField'
import { useSetFilter } from '../engine/filters/useSetFilter'
import { ListPage } from '../engine/list/ListPage'
import { fieldOf } from '../schema/fieldOf'
import type { ResourceSchema } from '../schema/types'
import { MonthFilter } from './MonthFilter'

/** The archive: papers by kind, customer and month at hand; everything else by search and the other filters. */
export default function DocumentList({ resource }: { resource: ResourceSchema }) {
  return <ListPage resource={resource} head={<ArchiveFilters resource={resource} />} />
}

function ArchiveFilters({ resource }: { resource: ResourceSchema }) {
  const { values, set } = useSetFilter()
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', sm: '180px 200px minmax(0, 320px)' },
        gap: 1,
        pt: 0.75,
        pb: 1,
        flex: 'none',
        '& > :last-child': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
      }}
    >
      {['kind', 'issuedAt', 'customerId'].map((path) => {
        const field = fieldOf(resource.fields, path)
        if (!field) return null
        return path === 'issuedAt' ? (
          <MonthFilter key={path} path={path} />
        ) : (
          <FilterField key={path} field={field} path={path} value={(key) => values[key]} onChange={set} />
        )
      })}
    </Box>
  )
}
