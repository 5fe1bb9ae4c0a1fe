import { CreatePage } from '../engine/form/CreatePage'
import type { ResourceSchema } from '../schema/types'
import { OrderForm } from './OrderForm'

export default function OrderCreate({ resource }: { resource: ResourceSchema }) {
  return (
    <CreatePage resource={resource}>
      <OrderForm resource={resource} />
    </CreatePage>
  )
}
