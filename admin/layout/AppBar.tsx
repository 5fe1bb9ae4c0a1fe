import MenuIcon from '@mui/icons-material/Menu'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { TitlePortal, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { PrinterAlerts } from '../printerAlerts/PrinterAlerts'
import { SearchButton } from '../search/SearchButton'
import { AppBarTools } from './AppBarTools'
import { LiveIndicator } from './LiveIndicator'
import { useMenuState } from './useMenuState'
import { UserMenu } from './UserMenu'

export const BAR_HEIGHT = 44

export function AppBar() {
  const translate = useTranslate()
  const { isPhone, isOpen, setOpen } = useMenuState()
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
        aria-label={translate(isOpen ? 'ra.action.close_menu' : 'ra.action.open_menu')}
        onClick={() => setOpen(!isOpen)}
        sx={{ p: { xs: 1.25, sm: 0.5 } }}
      >
        <MenuIcon fontSize="small" />
      </IconButton>
      <Box
        component={Link}
        to="/"
        sx={{
          display: { xs: 'none', sm: 'block' },
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
      <TitlePortal variant="body1" component="div" sx={{ minWidth: 0, color: 'text.secondary' }} />
      <SearchButton />
      <PrinterAlerts />
      <LiveIndicator />
      {isPhone ? null : <AppBarTools />}
      <UserMenu isPhone={isPhone} />
    </Box>
  )
}
