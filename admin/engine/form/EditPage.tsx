import Card from '@mui/material/Card'
import type { ReactNode } from 'react'
import { EditBase, Form, useRecordContext } from 'react-admin'
import { PageHead } from '../../layout/PageHead'
import { PageWait } from '../../layout/PageWait'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { usePageTitle } from '../usePageTitle'
import { ChangedElsewhere } from './ChangedElsewhere'
import { EditActions } from './EditActions'
import { formQuery } from './formQuery'
import { FormRows } from './FormRows'
import { FormToolbar } from './FormToolbar'
import { KeptDraft } from './KeptDraft'

interface EditPageProps {
  resource: ResourceSchema
  /** In place of the declared form. */
  children?: ReactNode
}

/** An existing record of any resource. */
export function EditPage({ resource, children }: EditPageProps) {
  return (
    <EditBase mutationMode="pessimistic" redirect="show" queryOptions={formQuery}>
      <EditForm resource={resource}>{children}</EditForm>
    </EditBase>
  )
}

function EditForm({ resource, children }: EditPageProps) {
  const record = useRecordContext<Row>()
  const title = usePageTitle(resource, 'edit', record)
  if (!record) return <PageWait />
  return (
    <Form warnWhenUnsavedChanges noValidate>
      <PageHead
        title={title}
        resource={resource}
        actions={<EditActions resource={resource} record={record} />}
      />
      <KeptDraft resource={resource} record={record} />
      <ChangedElsewhere resource={resource} record={record} />
      {children ?? (
        <Card sx={{ p: 2, maxWidth: 1080 }}>
          <FormRows resource={resource} />
        </Card>
      )}
      <FormToolbar />
    </Form>
  )
}
