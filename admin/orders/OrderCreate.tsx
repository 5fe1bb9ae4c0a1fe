import { CreateBase, Form } from 'react-admin'
import { FormToolbar } from '../engine/form/FormToolbar'
import { initialRecord } from '../engine/form/initialRecord'
import { usePageTitle } from '../engine/usePageTitle'
import { PageHead } from '../layout/PageHead'
import type { ResourceSchema } from '../schema/types'
import { OrderForm } from './OrderForm'

export default function OrderCreate({ resource }: { resource: ResourceSchema }) {
  const title = usePageTitle(resource, 'create')
  return (
    <CreateBase redirect="show">
      <Form warnWhenUnsavedChanges noValidate defaultValues={initialRecord(resource.fields)}>
        <PageHead title={title} />
        <OrderForm resource={resource} />
        <FormToolbar />
      </Form>
    </CreateBase>
  )
}
