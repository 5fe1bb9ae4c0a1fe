import { CreatePage } from '../engine/form/CreatePage'
import type { ResourceSchema } from '../schema/types'
import { ReceiptForm } from './ReceiptForm'

export default function ReceiptCreate({ resource }: { resource: ResourceSchema }) {
  return (
    <CreatePage resource={resource}>
      <ReceiptForm resource={resource} />
    </CreatePage>
  )
}
