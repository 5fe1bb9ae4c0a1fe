import { useFilters, withoutFilter } from './useFilters'

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The filter of the list, and a way to change one key of it; nothing takes the key away. */
export function useSetFilter() {
  const { values, replace } = useFilters()
  const set = (key: string, value: unknown) => {
    const others = withoutFilter(values, key)
    replace(isNothing(value) ? others : { ...others, [key]: value })
  }
  return { values, replace, set }
}
