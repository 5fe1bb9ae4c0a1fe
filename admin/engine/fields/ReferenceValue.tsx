import MuiLink from '@mui/material/Link'
import { useCreatePath, useReference } from 'react-admin'
import { Link, type To } from 'react-router-dom'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import { useResourceSchema } from '../../schema/schemaStore'
import type { FieldValueProps } from './FieldValue'

/** References as links by the name of the record; the number alone where this person may not read it. */
export function ReferenceValue({ field, value }: FieldValueProps) {
  const ids = Array.isArray(value) ? value : [value]
  return ids.map((id: unknown, index) => (
    <span key={String(id)}>
      {index > 0 ? '、' : null}
      {field.reference && (typeof id === 'number' || typeof id === 'string') ? (
        <OneReference resource={field.reference} id={id} />
      ) : (
        `#${String(id)}`
      )}
    </span>
  ))
}

function OneReference({ resource, id }: { resource: string; id: number | string }) {
  return useResourceSchema(resource) ? (
    <ReadableReference resource={resource} id={id} />
  ) : (
    <span>{`#${id}`}</span>
  )
}

function ReadableReference({ resource, id }: { resource: string; id: number | string }) {
  const createPath = useCreatePath()
  const { referenceRecord, isPending } = useReference<Row>({ reference: resource, id })
  // A number that turns into a name a moment later would be read first.
  const text = referenceRecord ? recordTitle(resource, referenceRecord) : isPending ? '…' : `#${id}`
  const to: To = createPath({ resource, type: 'show', id })
  return (
    <MuiLink component={Link} to={to} title={text} onClick={(event) => event.stopPropagation()}>
      {text}
    </MuiLink>
  )
}
