import type { ResourceSchema } from '../schema/types'

/** Address of a list with a filter on it, from its first page. */
export function listPath(
  resource: Pick<ResourceSchema, 'name' | 'sort'>,
  filter: Record<string, unknown>,
): string {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    sort: resource.sort.field,
    order: resource.sort.order,
    page: '1',
    perPage: '25',
  })
  return `/${resource.name}?${query.toString()}`
}
