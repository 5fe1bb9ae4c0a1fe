import MuiLink from '@mui/material/Link'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'

/** The name of the record is a link, so that it opens in a new tab like any other. */
export function TitleCell({ resource, record }: { resource: string; record: Row }) {
  const createPath = useCreatePath()
  const text = recordTitle(resource, record)
  return (
    <MuiLink
      component={Link}
      to={createPath({ resource, type: 'show', id: record.id })}
      title={text}
      onClick={(event) => event.stopPropagation()}
      sx={{ fontWeight: 500 }}
    >
      {text}
    </MuiLink>
  )
}
