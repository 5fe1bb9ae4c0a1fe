import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useNotify } from 'react-admin'
import { useCallback } from 'react'
import { Link } from 'react-router-dom'
import { useT } from '../../i18n/useT'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import { resourceOf } from '../../schema/schemaStore'
import { useText } from '../../schema/useText'

/** Says that an action made a record of another kind, with the way to it. */
export function useNotifyMade() {
  const notify = useNotify()
  const say = useText()
  const t = useT()
  return useCallback(
    (resource: string, record: Row, path: string) => {
      const schema = resourceOf(resource)
      const name = `${say(schema?.label)} ${recordTitle(resource, record)}`
      notify(
        <Alert
          severity="success"
          variant="filled"
          action={
            schema ? (
              <Button color="inherit" component={Link} to={path}>
                {t('action.open')}
              </Button>
            ) : undefined
          }
        >
          {t('action.made', { name })}
        </Alert>,
        { autoHideDuration: 8000 },
      )
    },
    [notify, say, t],
  )
}
