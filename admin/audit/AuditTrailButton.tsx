import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { Link } from 'react-router-dom'
import { listPath } from '../engine/listPath'
import type { RecordToolProps } from '../engine/show/recordTools'
import { useT } from '../i18n/useT'
import { useResourceSchema } from '../schema/schemaStore'

/** From a record to who did what to it, for those who may read that. */
export function AuditTrailButton({ resource, record }: RecordToolProps) {
  const t = useT()
  const trail = useResourceSchema('audit-events')
  if (!trail || resource.name === trail.name) return null
  return (
    <Tooltip title={t('auditTrail')}>
      <IconButton
        size="small"
        component={Link}
        to={listPath(trail, { resource: resource.name, recordId: record.id })}
        aria-label={t('auditTrail')}
      >
        <HistoryOutlined fontSize="small" />
      </IconButton>
    </Tooltip>
  )
}
