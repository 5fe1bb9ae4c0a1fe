import Button from '@mui/material/Button'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { Icon } from '../theme/icons'
import { requestOf } from './requestOf'

/** Begins a request to change or cancel a confirmed order: its lines are there, only what shall be otherwise is typed. */
export function ChangeRequestButton({ order }: { order: Row }) {
  const t = useT()
  const createPath = useCreatePath()
  const requests = useResourceSchema('change-requests')
  if (!requests?.can.create || order.status !== 'confirmed') return null
  return (
    <Button
      component={Link}
      to={createPath({ resource: 'change-requests', type: 'create' })}
      state={{ record: requestOf(order) }}
      variant="outlined"
      color="inherit"
      sx={{ borderColor: 'divider' }}
      startIcon={<Icon name="changeRequest" />}
    >
      {t('request.begin')}
    </Button>
  )
}
