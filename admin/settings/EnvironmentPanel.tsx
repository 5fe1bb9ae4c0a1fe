import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { settingsZh } from './texts'
import type { AppMessage } from '../i18n/appZh'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import type { Variable } from './useSystem'

const isKnown = (key: string): key is keyof typeof settingsZh => key in settingsZh

/** What the environment has set: read here, changed where the programs are started. */
export function EnvironmentPanel({ variables }: { variables: Variable[] }) {
  const t = useT()
  return (
    <Panel title={t('settings.environment')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {t('settings.environment.help')}
      </Typography>
      <Box
        component="table"
        sx={{
          width: 1,
          borderCollapse: 'collapse',
          '& th, & td': {
            textAlign: 'left',
            fontWeight: 400,
            py: 0.5,
            pr: 2,
            borderTop: 1,
            borderColor: 'divider',
            verticalAlign: 'top',
          },
        }}
      >
        <tbody>
          {variables.map((variable) => {
            const key = `env.${variable.name}`
            return (
              <tr key={variable.name}>
                <Box component="th" scope="row" sx={{ width: { sm: 300 } }}>
                  {isKnown(key) ? t(key) : variable.name}
                  <Box component="code" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
                    {variable.name}
                  </Box>
                </Box>
                <Box component="td" sx={{ overflowWrap: 'anywhere' }}>
                  {valueOf(variable, t)}
                </Box>
              </tr>
            )
          })}
        </tbody>
      </Box>
    </Panel>
  )
}

function valueOf({ value, isSet, isSecret }: Variable, t: (key: AppMessage) => string): string {
  if (isSecret) return t(isSet ? 'settings.secret' : 'settings.secret.kept')
  if (value === null) return t('settings.none')
  return isSet ? value : `${value} · ${t('settings.default')}`
}
