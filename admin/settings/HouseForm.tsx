import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CreateBase, EditBase, Form, SaveButton, useNotify } from 'react-admin'
import { initialRecord } from '../engine/form/initialRecord'
import { FormRows } from '../engine/form/FormRows'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import { loadSchema } from '../providers/authProvider'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'

/** The record of settings, edited in place; before anybody has saved it, its defaults hold. */
export function HouseForm({ resource, record }: { resource: ResourceSchema; record: Row | undefined }) {
  const t = useT()
  const notify = useNotify()
  // Forms begin with what the schema tells, and that has just changed.
  const mutationOptions = {
    onSuccess: () => {
      notify(t('settings.saved'), { type: 'success' })
      void loadSchema()
    },
  }
  const rows = (
    <>
      <FormRows resource={resource} />
      {resource.can.update ? (
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>
          <SaveButton size="small" alwaysEnable />
          <Typography variant="body2" color="text.secondary">
            {t('settings.house.help')}
          </Typography>
        </Box>
      ) : null}
    </>
  )
  return (
    <Panel title={t('settings.house')}>
      {record ? (
        <EditBase
          key={String(record.version)}
          resource={resource.name}
          id={record.id}
          mutationMode="pessimistic"
          redirect={false}
          mutationOptions={mutationOptions}
        >
          <Form noValidate warnWhenUnsavedChanges>
            {rows}
          </Form>
        </EditBase>
      ) : (
        <CreateBase resource={resource.name} redirect={false} mutationOptions={mutationOptions}>
          <Form noValidate warnWhenUnsavedChanges defaultValues={initialRecord(resource.fields)}>
            {rows}
          </Form>
        </CreateBase>
      )}
    </Panel>
  )
}
