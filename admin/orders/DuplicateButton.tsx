import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import Button from '@mui/material/Button'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { copyOfOrder } from './copyOfOrder'

/** Begins a new order with what this one has: the customer who wants the same again. */
export function DuplicateButton({ order }: { order: Row }) {
  const t = useT()
  const createPath = useCreatePath()
  return (
    <Button
      component={Link}
      to={createPath({ resource: 'orders', type: 'create' })}
      state={{ record: copyOfOrder(order) }}
      variant="outlined"
      color="inherit"
      sx={{ borderColor: 'divider' }}
      startIcon={<ContentCopyOutlined />}
    >
      {t('order.duplicate')}
    </Button>
  )
}
