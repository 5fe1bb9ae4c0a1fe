import Add from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'

const MOST_NAME = 60

/** Opens the form of a new printer with what the device told; nothing is added before somebody saves it. */
export function AddButton({ found }: { found: Row }) {
  const t = useT()
  const createPath = useCreatePath()
  const printers = useResourceSchema('printers')
  if (!printers?.can.create) return null
  const { name, uri, site } = found
  return (
    <Button
      component={Link}
      to={createPath({ resource: 'printers', type: 'create' })}
      state={{ record: { name: String(name).slice(0, MOST_NAME), uri, site } }}
      variant="contained"
      startIcon={<Add />}
      sx={{ minHeight: { xs: 40, sm: 0 } }}
    >
      {t('found.add')}
    </Button>
  )
}
