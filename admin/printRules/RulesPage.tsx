import { ListPage } from '../engine/list/ListPage'
import type { ResourceSchema } from '../schema/types'
import { OwnPrinter } from './OwnPrinter'

export default function RulesPage({ resource }: { resource: ResourceSchema }) {
  return <ListPage resource={resource} head={<OwnPrinter />} />
}
