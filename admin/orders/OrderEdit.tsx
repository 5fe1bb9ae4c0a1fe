import { EditPage } from '../engine/form/EditPage'
import type { ResourceSchema } from '../schema/types'
import { OrderForm } from './OrderForm'

export default function OrderEdit({ resource }: { resource: ResourceSchema }) {
  return (
    <EditPage resource={resource}>
      <OrderForm resource={resource} />
    </EditPage>
  )
}
