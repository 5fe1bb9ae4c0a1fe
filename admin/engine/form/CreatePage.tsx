import Card from '@mui/material/Card'
import { useState, type ReactNode } from 'react'
import { CreateBase, Form, useNotify, useRedirect } from 'react-admin'
import { focusFirst } from '../../layout/focusFirst'
import { PageHead } from '../../layout/PageHead'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { usePageTitle } from '../usePageTitle'
import { FormRows } from './FormRows'
import { FormToolbar } from './FormToolbar'
import { initialRecord } from './initialRecord'
import { KeptDraft } from './KeptDraft'
import { RevealDialog } from './RevealDialog'

interface CreatePageProps {
  resource: ResourceSchema
  /** In place of the declared form. */
  children?: ReactNode
}

const OWN = new Set(['id', 'version'])

/** Texts in the answer that are no field of the record: the server tells them this once. */
const secretsIn = (resource: ResourceSchema, record: Row) => {
  const fields = new Set(resource.fields.map(({ name }) => name))
  return Object.entries(record).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !fields.has(name) && !OWN.has(name) ? [[name, value]] : [],
  )
}

/** A new record of any resource. */
export function CreatePage({ resource, children }: CreatePageProps) {
  const title = usePageTitle(resource, 'create')
  const notify = useNotify()
  const redirect = useRedirect()
  const [made, setMade] = useState<Row>()
  const leave = (record: Row) => {
    notify('ra.notification.created', { type: 'success' })
    redirect('show', resource.name, record.id)
  }
  const take = (record: Row) => (secretsIn(resource, record).length > 0 ? setMade(record) : leave(record))
  return (
    <CreateBase<Row> mutationOptions={{ onSuccess: take }}>
      <Form warnWhenUnsavedChanges noValidate defaultValues={initialRecord(resource.fields)}>
        <PageHead title={title} resource={resource} />
        <KeptDraft resource={resource} />
        <div ref={focusFirst}>
          {children ?? (
            <Card sx={{ p: 2, maxWidth: 1080 }}>
              <FormRows resource={resource} />
            </Card>
          )}
        </div>
        <FormToolbar />
      </Form>
      {made ? <RevealDialog secrets={secretsIn(resource, made)} onClose={() => leave(made)} /> : null}
    </CreateBase>
  )
}
