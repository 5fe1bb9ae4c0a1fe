import { useEffect, useState } from 'react'
import { useGetList } from 'react-admin'
import { recordChoice } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import { useResourceSchema } from '../../schema/schemaStore'

const DEBOUNCE_MS = 250
const SHOWN = 20

function useDebounced<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

/**
 * Records of a resource that match what is typed: asked of the server by `q` where the resource is searchable,
 * else picked from its first page.
 */
export function useReferenceOptions(resource: string, typed: string, enabled: boolean) {
  const schema = useResourceSchema(resource)
  const q = useDebounced(typed.trim(), DEBOUNCE_MS)
  const { data = [], isFetching } = useGetList<Row>(
    resource,
    {
      pagination: { page: 1, perPage: SHOWN },
      sort: schema?.sort ?? { field: 'id', order: 'ASC' },
      filter: q && schema?.search ? { q } : {},
    },
    { enabled: enabled && schema !== undefined, placeholderData: (previous) => previous },
  )
  const options = schema?.search
    ? data
    : data.filter((record) => recordChoice(resource, record).toLowerCase().includes(q.toLowerCase()))
  return { options, isLoading: isFetching || q !== typed.trim() }
}
