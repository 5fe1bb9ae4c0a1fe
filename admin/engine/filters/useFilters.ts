import { useCallback } from 'react'
import { useListContext } from 'react-admin'
import { isObject } from '../../schema/valueAt'

/** The filter of the list as plain values, and a way to replace it at once. */
export function useFilters() {
  const list = useListContext()
  const values: unknown = list.filterValues
  const { setFilters } = list
  const replace = useCallback(
    (next: Record<string, unknown>) => setFilters(next, undefined, false),
    [setFilters],
  )
  return { values: isObject(values) ? values : {}, replace }
}

/** The same filter without one of its keys. */
export const withoutFilter = (values: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))
