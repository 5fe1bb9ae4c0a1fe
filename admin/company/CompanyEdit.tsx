import { EditPage } from '../engine/form/EditPage'
import type { ResourceSchema } from '../schema/types'
import { CompanyForm } from './CompanyForm'

export default function CompanyEdit({ resource }: { resource: ResourceSchema }) {
  return (
    <EditPage resource={resource}>
      <CompanyForm resource={resource} />
    </EditPage>
  )
}
