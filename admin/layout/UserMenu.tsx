import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import MuiMenu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useLogout, useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'
import { Link } from 'react-router-dom'
import { useResourceSchema, useSchema } from '../schema/schemaStore'
import { PasswordDialog } from './PasswordDialog'
import { useLanguageSwitch } from './useLanguageSwitch'
import { useThemeSwitch } from './useThemeSwitch'

/** Who is signed in and what concerns only them; on a phone also what stands in the bar of a desk. */
export function UserMenu({ isPhone }: { isPhone: boolean }) {
  const t = useT()
  const translate = useTranslate()
  const logout = useLogout()
  const user = useSchema()?.user
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isChanging, setChanging] = useState(false)
  const canSetUp = useResourceSchema('users')?.can.create === true
  const language = useLanguageSwitch()
  const theme = useThemeSwitch()
  const close = () => setAnchor(null)
  const then = (run: () => void) => () => {
    close()
    run()
  }
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleOutlined />}
        aria-label={user?.name}
        aria-haspopup="menu"
        sx={{
          flex: 'none',
          minWidth: { xs: 40, sm: 64 },
          '& .MuiButton-startIcon': { ml: { xs: 0, sm: -0.25 }, mr: { xs: 0, sm: 0.75 } },
        }}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {isPhone ? null : user?.name}
      </Button>
      <MuiMenu open={anchor !== null} anchorEl={anchor} onClose={close}>
        <MenuItem disabled sx={{ whiteSpace: 'normal' }}>
          {isPhone ? `${user?.name} · ` : ''}
          {user?.username} · {user?.roles.map((role) => roleText(t, role)).join('、')}
        </MenuItem>
        <Divider />
        {isPhone
          ? [
              <MenuItem key="language" lang={language.lang} onClick={then(language.run)}>
                {language.name}
              </MenuItem>,
              <MenuItem key="theme" onClick={then(theme.run)}>
                {theme.label}
              </MenuItem>,
            ]
          : null}
        {canSetUp ? (
          <MenuItem component={Link} to="/setup" onClick={close}>
            {t('setup.title')}
          </MenuItem>
        ) : null}
        <MenuItem onClick={then(() => setChanging(true))}>{t('password.title')}</MenuItem>
        <MenuItem onClick={() => void logout({}, undefined, false)}>{translate('ra.auth.logout')}</MenuItem>
      </MuiMenu>
      {isChanging ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
    </>
  )
}

const ROLES = [
  'admin',
  'clerk',
  'sales',
  'confirmer',
  'finance',
  'warehouse',
  'service',
  'supervisor',
  'auditor',
] as const

const roleText = (t: ReturnType<typeof useT>, role: string) => {
  const known = ROLES.find((name) => name === role)
  return known ? t(`role.${known}`) : role
}
