import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import MenuIcon from '@mui/icons-material/Menu'
import Refresh from '@mui/icons-material/Refresh'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { TitlePortal, useLocaleState, useRefresh, useSidebarState, useTheme, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { LiveIndicator } from './LiveIndicator'
import { ShortcutHelp } from './ShortcutHelp'
import { useShortcut } from './shortcuts'
import { hasUnsaved } from './unsaved'
import { UserMenu } from './UserMenu'

export const BAR_HEIGHT = 44

export function AppBar() {
  const translate = useTranslate()
  const refresh = useRefresh()
  const [isMenuOpen, setMenuOpen] = useSidebarState()
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        height: BAR_HEIGHT,
        flex: 'none',
        px: 1,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <IconButton
        size="small"
        aria-label={translate(isMenuOpen ? 'ra.action.close_menu' : 'ra.action.open_menu')}
        onClick={() => setMenuOpen(!isMenuOpen)}
      >
        <MenuIcon fontSize="small" />
      </IconButton>
      <Box
        component={Link}
        to="/"
        sx={{
          fontSize: 16,
          fontWeight: 700,
          letterSpacing: 0.5,
          textDecoration: 'none',
          color: 'primary.main',
          mr: 2,
        }}
      >
        Slipway
      </Box>
      <TitlePortal variant="body1" component="div" sx={{ color: 'text.secondary' }} />
      <LiveIndicator />
      <Tooltip title={translate('ra.action.refresh')}>
        <IconButton size="small" aria-label={translate('ra.action.refresh')} onClick={refresh}>
          <Refresh fontSize="small" />
        </IconButton>
      </Tooltip>
      <Shortcuts />
      <LanguageSwitch />
      <ThemeSwitch />
      <UserMenu />
    </Box>
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

function LanguageSwitch() {
  const translate = useTranslate()
  const [locale, setLocale] = useLocaleState()
  const other = locale === 'en' ? { locale: 'zh', name: '中文' } : { locale: 'en', name: 'English' }
  // Another language builds every page anew, forms included.
  const switchLanguage = () => {
    if (!hasUnsaved() || window.confirm(translate('ra.message.unsaved_changes'))) setLocale(other.locale)
  }
  return (
    <Button color="inherit" lang={other.locale} onClick={switchLanguage} sx={{ minWidth: 0 }}>
      {other.name}
    </Button>
  )
}

function ThemeSwitch() {
  const translate = useTranslate()
  const [theme, setTheme] = useTheme()
  const isDark = theme === 'dark'
  const label = translate('ra.action.toggle_theme')
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={() => setTheme(isDark ? 'light' : 'dark')}>
        {isDark ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
      </IconButton>
    </Tooltip>
  )
}
