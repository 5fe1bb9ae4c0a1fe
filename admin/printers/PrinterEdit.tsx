import { EditPage } from '../engine/form/EditPage'
import type { ResourceSchema } from '../schema/types'
import { PrinterForm } from './PrinterForm'

/** Steps such as a test page belong to the page of the printer. */
export default function PrinterEdit({ resource }: { resource: ResourceSchema }) {
  return (
    <EditPage resource={{ ...resource, actions: [] }}>
      <PrinterForm resource={resource} />
    </EditPage>
  )
}
