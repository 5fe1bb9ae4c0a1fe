import NotificationImportantOutlined from '@mui/icons-material/NotificationImportantOutlined'
import Badge from '@mui/material/Badge'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { AlertMenu } from './AlertMenu'

/** On the bar only while a printer wants somebody; the number is of those that nobody has looked at yet. */
export function PrinterAlerts() {
  const schema = useResourceSchema('printer-alerts')
  return schema ? <Alerts schema={schema} /> : null
}

const SHOWN = 20

function Alerts({ schema }: { schema: ResourceSchema }) {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const { data = [] } = useGetList<Row>('printer-alerts', {
    filter: { status: 'open' },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  })
  if (data.length === 0) return null
  const unseen = data.filter(({ seenBy }) => seenBy == null).length
  const label = t('alert.count', { count: data.length })
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          size="small"
          aria-label={label}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ p: { xs: 1.25, sm: 0.5 }, color: unseen > 0 ? 'warning.main' : undefined }}
        >
          <Badge badgeContent={unseen} color="error">
            <NotificationImportantOutlined fontSize="small" />
          </Badge>
        </IconButton>
      </Tooltip>
      {anchor ? (
        <AlertMenu schema={schema} alerts={data} anchor={anchor} onClose={() => setAnchor(undefined)} />
      ) : null}
    </>
  )
}
