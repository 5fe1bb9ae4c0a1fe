import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import { useSchema } from '../schema/schemaStore'
import { useText } from '../schema/useText'
import { Icon } from '../theme/icons'

const KEPT_ELSEWHERE = [
  'company-profile',
  'users',
  'sessions',
  'warehouses',
  'printers',
  'copy-sets',
  'print-rules',
  'auto-prints',
  'templates',
  'api-keys',
  'backup-runs',
]

/** What is set on pages of its own, as far as this person may see it. */
export function LinksPanel() {
  const t = useT()
  const say = useText()
  const createPath = useCreatePath()
  const resources = useSchema()?.resources ?? []
  return (
    <Panel title={t('settings.links')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {KEPT_ELSEWHERE.map((name) => {
          const resource = resources.find((one) => one.name === name)
          return resource ? (
            <Button
              key={name}
              component={Link}
              to={createPath({ resource: name, type: 'list' })}
              variant="outlined"
              color="inherit"
              sx={{ borderColor: 'divider' }}
              startIcon={<Icon name={resource.icon} />}
            >
              {say(resource.label)}
            </Button>
          ) : null
        })}
        <Button
          component={Link}
          to="/setup"
          variant="outlined"
          color="inherit"
          sx={{ borderColor: 'divider' }}
        >
          {t('setup.title')}
        </Button>
      </Box>
    </Panel>
  )
}
