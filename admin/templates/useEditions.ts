import { useGetList } from 'react-admin'
import type { Row } from '../schema/row'

/** The editions of a kind (of all kinds without one), newest first. Their files are not in a list. */
export function useEditions(kind?: string): Row[] {
  const { data = [] } = useGetList<Row>('templates', {
    filter: kind === undefined ? {} : { kind },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 500 },
  })
  return data
}

/** As the API chooses: the newest one of the house, and while it has none the newest built-in one. */
export const currentOf = (editions: Row[]): Row | undefined =>
  editions.find(({ builtIn }) => builtIn !== true) ?? editions[0]

/** A built-in edition that came after the house's own: offered, never taken by itself. */
export function offeredOf(editions: Row[]): Row | undefined {
  const current = currentOf(editions)
  const newest = editions.find(({ builtIn }) => builtIn === true)
  return current && newest && Number(newest.edition) > Number(current.edition) ? newest : undefined
}
