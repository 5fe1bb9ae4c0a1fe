import Box from '@mui/material/Box'
import { useStore } from 'react-admin'
import { fieldsOf } from '../../schema/fieldOf'
import type { ResourceSchema } from '../../schema/types'
import { FilterField } from './FilterField'
import { useSetFilter } from './useSetFilter'

/** Which filters this person wants to have over the list at all times. */
export const useInlineFilters = (resource: string) => useStore<string[]>(`${resource}.inlineFilters`, [])

/** The pinned filters in a row of their own over the list. */
export function InlineFilters({ resource }: { resource: ResourceSchema }) {
  const { values, set } = useSetFilter()
  const [pinned] = useInlineFilters(resource.name)
  const fields = fieldsOf(
    resource.fields,
    pinned.filter((path) => resource.filters.includes(path)),
  )
  if (fields.length === 0) return null
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        py: 0.75,
        flex: 'none',
        gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      }}
    >
      {fields.map(({ path, field }) => (
        <FilterField key={path} field={field} path={path} value={(key) => values[key]} onChange={set} />
      ))}
    </Box>
  )
}
