import { ListPage } from '../engine/list/ListPage'
import type { ResourceSchema } from '../schema/types'
import { StartImport } from './StartImport'

/** Where an import begins, over the earlier ones. */
export default function ImportList({ resource }: { resource: ResourceSchema }) {
  return <ListPage resource={resource} head={<StartImport />} />
}
