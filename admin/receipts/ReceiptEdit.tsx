import { EditPage } from '../engine/form/EditPage'
import type { ResourceSchema } from '../schema/types'
import { ReceiptForm } from './ReceiptForm'

export default function ReceiptEdit({ resource }: { resource: ResourceSchema }) {
  return (
    <EditPage resource={resource}>
      <ReceiptForm resource={resource} />
    </EditPage>
  )
}
