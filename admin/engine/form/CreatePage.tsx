import Card from '@mui/material/Card'
import { CreateBase, Form } from 'react-admin'
import type { ResourceSchema } from '../../schema/types'
import { PageHead } from '../../layout/PageHead'
import { usePageTitle } from '../usePageTitle'
import { FormRows } from './FormRows'
import { FormToolbar } from './FormToolbar'
import { initialRecord } from './initialRecord'

/** A new record of any resource. */
export function CreatePage({ resource }: { resource: ResourceSchema }) {
  const title = usePageTitle(resource, 'create')
  return (
    <CreateBase redirect="show">
      <Form warnWhenUnsavedChanges noValidate defaultValues={initialRecord(resource.fields)}>
        <PageHead title={title} />
        <Card sx={{ p: 2, maxWidth: 1080 }}>
          <FormRows resource={resource} />
        </Card>
        <FormToolbar />
      </Form>
    </CreateBase>
  )
}
