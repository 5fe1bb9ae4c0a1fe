import DashboardOutlined from '@mui/icons-material/DashboardOutlined'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link, useLocation } from 'react-router-dom'
import { useSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { Icon } from '../theme/icons'
import { useMenuState } from './useMenuState'

const OPEN_WIDTH = 168
const CLOSED_WIDTH = 44
const PHONE_WIDTH = 240

/** Runs of resources of one group, in the order of the schema. */
function groupsOf(resources: ResourceSchema[]): ResourceSchema[][] {
  const groups: ResourceSchema[][] = []
  for (const resource of resources) {
    const group = groups.find(([first]) => first?.group.name === resource.group.name)
    if (group) group.push(resource)
    else groups.push([resource])
  }
  return groups
}

/** What this person may read, in groups by the work that people do; over the page on a phone, else beside it. */
export function Menu() {
  const { isPhone, isOpen, setOpen } = useMenuState()
  const { pathname } = useLocation()
  const closeAfterChoice = useEffectEvent(() => {
    if (isPhone && isOpen) setOpen(false)
  })
  useEffect(() => closeAfterChoice(), [pathname])
  if (isPhone)
    return (
      <Drawer open={isOpen} onClose={() => setOpen(false)}>
        <Entries isOpen width={PHONE_WIDTH} />
      </Drawer>
    )
  return <Entries isOpen={isOpen} width={isOpen ? OPEN_WIDTH : CLOSED_WIDTH} />
}

function Entries({ isOpen, width }: { isOpen: boolean; width: number }) {
  const translate = useTranslate()
  const createPath = useCreatePath()
  const say = useText()
  const resources = (useSchema()?.resources ?? []).filter(({ menu }) => menu)
  return (
    <Box
      component="nav"
      sx={{
        width,
        flex: 'none',
        overflowX: 'hidden',
        overflowY: 'auto',
        py: 1,
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Item
        to="/"
        label={translate('ra.page.dashboard')}
        icon={<DashboardOutlined fontSize="small" />}
        {...{ isOpen }}
      />
      {groupsOf(resources).map((group) => (
        <Box key={group[0]?.group.name} sx={{ mt: 1 }}>
          {isOpen ? (
            <Box sx={{ px: 1.5, py: 0.25, fontSize: 12, color: 'text.secondary' }}>
              {say(group[0]?.group)}
            </Box>
          ) : (
            <Box sx={{ mx: 1, borderTop: 1, borderColor: 'divider' }} />
          )}
          {group.map((resource) => (
            <Item
              key={resource.name}
              to={createPath({ resource: resource.name, type: 'list' })}
              label={say(resource.label)}
              icon={<Icon name={resource.icon} />}
              isOpen={isOpen}
            />
          ))}
        </Box>
      ))}
    </Box>
  )
}

interface ItemProps {
  to: string
  label: string
  icon: ReactNode
  isOpen: boolean
}

function Item({ to, label, icon, isOpen }: ItemProps) {
  const { pathname } = useLocation()
  const isHere = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
  return (
    <Tooltip title={isOpen ? '' : label} placement="right">
      <Box
        component={Link}
        to={to}
        aria-label={label}
        aria-current={isHere ? 'page' : undefined}
        sx={{
          '&, &:visited': { color: isHere ? 'primary.main' : 'text.primary' },
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          height: { xs: 42, sm: 30 },
          px: 1.5,
          textDecoration: 'none',
          whiteSpace: 'nowrap',
          fontWeight: isHere ? 600 : 400,
          bgcolor: isHere ? 'action.selected' : undefined,
          borderLeft: 3,
          borderColor: isHere ? 'primary.main' : 'transparent',
          '&:hover': { bgcolor: 'action.hover' },
          '& svg': { flex: 'none', fontSize: 18, opacity: isHere ? 1 : 0.7 },
        }}
      >
        {icon}
        {isOpen ? <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{label}</Box> : null}
      </Box>
    </Tooltip>
  )
}
