import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { useSetup } from './useSetup'

/** On the desk of whoever sets the house up, for as long as something is missing. */
export function SetupNotice() {
  const t = useT()
  const translate = useTranslate()
  const { isKeeper, isPutAway, putAway, states, done, isComplete } = useSetup()
  if (!isKeeper || isPutAway || isComplete || states.length === 0) return null
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <>
          <Button color="inherit" onClick={() => putAway(true)}>
            {translate('ra.action.close')}
          </Button>
          <Button variant="contained" component={Link} to="/setup">
            {t('setup.open')}
          </Button>
        </>
      }
    >
      {t('setup.progress', { done, all: states.length })}
    </Alert>
  )
}
