import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import Refresh from '@mui/icons-material/Refresh'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useRefresh, useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'
import { ShortcutHelp } from './ShortcutHelp'
import { useShortcut } from './shortcuts'
import { useLanguageSwitch } from './useLanguageSwitch'
import { useThemeSwitch } from './useThemeSwitch'

/** What is in reach on a desk and in the person's own menu on a phone. */
export function AppBarTools() {
  const translate = useTranslate()
  const refresh = useRefresh()
  const language = useLanguageSwitch()
  const theme = useThemeSwitch()
  return (
    <>
      <Tooltip title={translate('ra.action.refresh')}>
        <IconButton size="small" aria-label={translate('ra.action.refresh')} onClick={refresh}>
          <Refresh fontSize="small" />
        </IconButton>
      </Tooltip>
      <Shortcuts />
      <Button color="inherit" lang={language.lang} onClick={language.run} sx={{ minWidth: 0 }}>
        {language.name}
      </Button>
      <Tooltip title={theme.label}>
        <IconButton size="small" aria-label={theme.label} onClick={theme.run}>
          {theme.isDark ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
        </IconButton>
      </Tooltip>
    </>
  )
}

function Shortcuts() {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  useShortcut('?', 'shortcut.help', () => setOpen(true))
  return (
    <>
      <Tooltip title={`${t('shortcut.title')}  ?`}>
        <IconButton size="small" aria-label={t('shortcut.title')} onClick={() => setOpen(true)}>
          <KeyboardOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      {isOpen ? <ShortcutHelp onClose={() => setOpen(false)} /> : null}
    </>
  )
}
