import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import { FormRows } from '../engine/form/FormRows'
import { fieldOf } from '../schema/fieldOf'
import type { ResourceSchema } from '../schema/types'
import { LogoInput } from './LogoInput'

/** The head of every paper of the house; the logo is a file and no text. */
export function CompanyForm({ resource }: { resource: ResourceSchema }) {
  const logo = fieldOf(resource.fields, 'logo')
  return (
    <Card sx={{ p: 2, maxWidth: 1080 }}>
      <Stack spacing={1.5}>
        <FormRows resource={resource} rows={resource.form.filter((row) => row !== 'logo')} />
        {logo && !logo.readOnly ? <LogoInput field={logo} source="logo" /> : null}
      </Stack>
    </Card>
  )
}
