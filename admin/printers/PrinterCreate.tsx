import { CreatePage } from '../engine/form/CreatePage'
import type { ResourceSchema } from '../schema/types'
import { PrinterForm } from './PrinterForm'

export default function PrinterCreate({ resource }: { resource: ResourceSchema }) {
  return (
    <CreatePage resource={resource}>
      <PrinterForm resource={resource} />
    </CreatePage>
  )
}
