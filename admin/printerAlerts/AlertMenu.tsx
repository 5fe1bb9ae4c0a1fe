import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useCreatePath } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { shortTime } from '../engine/values/shanghaiTime'
import { valueText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { useConsoleData } from '../providers/dataProvider'
import { usePrinters } from '../printQueue/usePrinters'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'

interface AlertMenuProps {
  schema: ResourceSchema
  alerts: Row[]
  anchor: HTMLElement
  onClose: () => void
}

/** Each alert in words; it leads to its printer, and who follows it has seen it. */
export function AlertMenu({ schema, alerts, anchor, onClose }: AlertMenuProps) {
  const t = useT()
  const say = useText()
  const data = useConsoleData()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const printers = usePrinters()
  const maySee = schema.actions.some(({ name }) => name === 'seen')
  const textOf = (alert: Row, name: string) => {
    const field = fieldOf(schema.fields, name)
    return field ? valueText(field, alert[name], say) : ''
  }
  const open = (alert: Row) => {
    onClose()
    // The event of the change brings the new number; a refusal means that somebody else was quicker.
    if (maySee && alert.seenBy == null)
      void data.action(schema.name, alert.id, 'seen', {}).catch(() => undefined)
    void navigate(createPath({ resource: 'printers', type: 'show', id: String(alert.printerId) }))
  }
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ paper: { sx: { maxWidth: 380 } } }}>
      {alerts.map((alert) => {
        const name = printers.find(({ id }) => id === alert.printerId)?.name ?? `#${String(alert.printerId)}`
        const why = [textOf(alert, 'kind'), textOf(alert, 'reasons'), textOf(alert, 'detail')]
        return (
          <MenuItem key={alert.id} onClick={() => open(alert)} sx={{ whiteSpace: 'normal', py: 1 }}>
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ fontWeight: alert.seenBy == null ? 600 : 400 }}>{String(name)}</Box>
              <Box sx={{ fontSize: 13, color: alert.kind === 'waiting' ? 'error.main' : 'warning.main' }}>
                {why.filter(Boolean).join(' · ')}
              </Box>
              <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
                {t('alert.since', { time: shortTime(String(alert.since)) })}
              </Box>
            </Box>
          </MenuItem>
        )
      })}
      <Divider />
      <MenuItem
        onClick={() => {
          onClose()
          void navigate(createPath({ resource: schema.name, type: 'list' }))
        }}
      >
        {t('alert.all')}
      </MenuItem>
    </Menu>
  )
}
