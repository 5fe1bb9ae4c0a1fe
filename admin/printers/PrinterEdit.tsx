import { EditPage } from '../engine/form/EditPage'
import type { ResourceSchema } from '../schema/types'
import { PrinterForm } from './PrinterForm'
import { withoutTrust } from './withoutTrust'

export default function PrinterEdit({ resource }: { resource: ResourceSchema }) {
  return (
    <EditPage resource={withoutTrust(resource)}>
      <PrinterForm resource={resource} />
    </EditPage>
  )
}
