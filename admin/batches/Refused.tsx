import Box from '@mui/material/Box'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import type { Row } from '../schema/row'
import { resourceOf } from '../schema/schemaStore'
import type { Text2 } from '../schema/types'
import { useText } from '../schema/useText'
import { isObject } from '../schema/valueAt'

interface Left {
  resource: string
  id: number
  title: string
  text: Text2
}

const isLeft = (value: unknown): value is Left =>
  isObject(value) && typeof value.resource === 'string' && typeof value.title === 'string'

/** What was selected and could not be issued, each with the reason. */
export function Refused({ batch }: { batch: Row }) {
  const t = useT()
  const say = useText()
  const createPath = useCreatePath()
  const left = Array.isArray(batch.refused) ? batch.refused.filter(isLeft) : []
  if (left.length === 0) return null
  return (
    <Panel title={t('batch.refused')}>
      {left.map(({ resource, id, title, text }) => (
        <Box key={`${resource} ${id}`} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 0.25 }}>
          <Link to={createPath({ resource, type: 'show', id })}>
            {say(resourceOf(resource)?.label)} {title}
          </Link>
          <Box component="span" sx={{ color: 'warning.main' }}>
            {say(text)}
          </Box>
        </Box>
      ))}
    </Panel>
  )
}
