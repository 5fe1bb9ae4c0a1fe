import { useFilters, withoutFilter } from './useFilters'

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The filter of the list, and a way to change some keys of it at once; nothing takes a key away. */
export function useSetFilter() {
  const { values, replace } = useFilters()
  const set = (changes: Record<string, unknown>) =>
    replace(
      Object.entries(changes).reduce((filter, [key, value]) => {
        const others = withoutFilter(filter, key)
        return isNothing(value) ? others : { ...others, [key]: value }
      }, values),
    )
  return { values, replace, set }
}
