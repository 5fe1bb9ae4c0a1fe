import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslate } from 'react-admin'
import type { AppMessage } from '../i18n/appZh'
import { useT } from '../i18n/useT'
import { useShortcuts } from './shortcuts'

const inGrid: { keys: string; label: AppMessage }[] = [
  { keys: 'Enter', label: 'shortcut.nextCell' },
  { keys: '↑ ↓', label: 'shortcut.rows' },
  { keys: 'Ctrl + Delete', label: 'shortcut.removeRow' },
  { keys: 'Ctrl + V', label: 'shortcut.paste' },
]

const spelled = (key: string) =>
  key
    .split('+')
    .map((part) => (part === 'mod' ? 'Ctrl' : `${part.charAt(0).toUpperCase()}${part.slice(1)}`))
    .join(' + ')

/** The shortcuts of the page that is open, and those of every line grid. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useT()
  const translate = useTranslate()
  const onPage = useShortcuts().map(({ key, label }) => ({
    keys: spelled(key),
    label,
  }))
  return (
    <Dialog open onClose={onClose} maxWidth="xs">
      <DialogTitle>{t('shortcut.title')}</DialogTitle>
      <DialogContent>
        <Keys title={t('shortcut.here')} keys={onPage} />
        <Keys title={t('shortcut.grid')} keys={inGrid} />
        <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{t('shortcut.scanner')}</Box>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Keys({ title, keys }: { title: string; keys: { keys: string; label: AppMessage }[] }) {
  const t = useT()
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box sx={{ color: 'text.secondary', fontSize: 12, mb: 0.5 }}>{title}</Box>
      {keys.map(({ keys: pressed, label }) => (
        <Box key={label} sx={{ display: 'flex', justifyContent: 'space-between', py: 0.25 }}>
          <span>{t(label)}</span>
          <Box
            component="kbd"
            sx={{ px: 0.75, borderRadius: 0.5, bgcolor: 'action.selected', font: 'inherit' }}
          >
            {pressed}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
