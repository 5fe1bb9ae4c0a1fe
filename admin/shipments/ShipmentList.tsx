import { ListPage } from '../engine/list/ListPage'
import type { ResourceSchema } from '../schema/types'
import { HandoverButton } from './HandoverButton'

/** Shipments; those selected can go to a carrier on one sheet. */
export default function ShipmentList({ resource }: { resource: ResourceSchema }) {
  return <ListPage resource={resource} selectionTools={<HandoverButton />} />
}
