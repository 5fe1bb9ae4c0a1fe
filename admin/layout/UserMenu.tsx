import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import MuiMenu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useLogout, useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'
import { useSchema } from '../schema/schemaStore'
import { PasswordDialog } from './PasswordDialog'

export function UserMenu() {
  const t = useT()
  const translate = useTranslate()
  const logout = useLogout()
  const user = useSchema()?.user
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isChanging, setChanging] = useState(false)
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleOutlined />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {user?.name}
      </Button>
      <MuiMenu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem disabled>
          {user?.username} · {user?.roles.map((role) => roleText(t, role)).join('、')}
        </MenuItem>
        <Divider />
        <MenuItem
          onClick={() => {
            setAnchor(null)
            setChanging(true)
          }}
        >
          {t('password.title')}
        </MenuItem>
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
