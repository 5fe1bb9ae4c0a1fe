import { useGetList } from 'react-admin'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'

/** The printers of the house, by name; one request however many ask. */
export function usePrinters(): Row[] {
  const schema = useResourceSchema('printers')
  const { data = [] } = useGetList<Row>(
    'printers',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' }, filter: {} },
    { enabled: schema !== undefined },
  )
  return data
}
