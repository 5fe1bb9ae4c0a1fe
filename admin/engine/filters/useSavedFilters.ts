import { useStore } from 'react-admin'

export interface SavedFilter {
  name: string
  filter: Record<string, unknown>
  sort: { field: string; order: 'ASC' | 'DESC' }
}

/** The filters that this person has given a name, per resource; they follow the person to every desk. */
export function useSavedFilters(resource: string) {
  const [saved, setSaved] = useStore<SavedFilter[]>(`${resource}.savedFilters`, [])
  return {
    saved,
    /** One of the same name is replaced. */
    save: (filter: SavedFilter) => setSaved([...saved.filter(({ name }) => name !== filter.name), filter]),
    remove: (name: string) => setSaved(saved.filter((one) => one.name !== name)),
  }
}
