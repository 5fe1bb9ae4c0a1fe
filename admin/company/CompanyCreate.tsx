import { CreatePage } from '../engine/form/CreatePage'
import type { ResourceSchema } from '../schema/types'
import { CompanyForm } from './CompanyForm'

export default function CompanyCreate({ resource }: { resource: ResourceSchema }) {
  return (
    <CreatePage resource={resource}>
      <CompanyForm resource={resource} />
    </CreatePage>
  )
}
