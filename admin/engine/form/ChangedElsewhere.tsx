import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { useFormContext, useFormState } from 'react-hook-form'
import { useT } from '../../i18n/useT'
import { onChange } from '../../providers/events'
import { problemOf } from '../../providers/problem'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { isObject, valueAt } from '../../schema/valueAt'
import { valueText } from '../values/valueText'
import { changedFields } from './changedFields'

interface ChangedElsewhereProps {
  resource: ResourceSchema
  record: Row
}

const versionOf = (record: Row) => (typeof record.version === 'number' ? record.version : 0)

/** The paths that were typed in: a group field by field, lines as a whole. */
const typedPaths = (dirty: Record<string, unknown>, under = ''): string[] =>
  Object.entries(dirty).flatMap(([name, mark]) =>
    isObject(mark) ? typedPaths(mark, `${under}${name}.`) : [`${under}${name}`],
  )

/**
 * Tells that somebody else saved the record while it is being edited here: as soon as the server reports it, at the
 * latest when saving is refused. What changed is named, and the new state can be taken under what was typed.
 */
export function ChangedElsewhere({ resource, record }: ChangedElsewhereProps) {
  const t = useT()
  const say = useText()
  const notify = useNotify()
  const data = useDataProvider()
  const form = useFormContext()
  const { dirtyFields, errors } = useFormState()
  const [known, setKnown] = useState(record)
  const [latest, setLatest] = useState<Row>()
  const refusal = valueAt(errors, 'root.serverError.message')

  useEffect(() => {
    const look = async () => {
      try {
        const answer = await data.getOne<Row>(resource.name, { id: known.id })
        if (versionOf(answer.data) > versionOf(known)) setLatest(answer.data)
      } catch (error) {
        notify(problemOf(error).message, { type: 'error' })
      }
    }
    if (refusal) void look()
    return onChange((change) => {
      if (
        change.resource === resource.name &&
        change.id === known.id &&
        (change.version ?? 0) > versionOf(known)
      )
        void look()
    })
  }, [data, resource.name, known, notify, refusal])

  if (!latest) return null
  const changed = changedFields(resource.fields, known, latest)
  const take = (keepTyped: boolean) => {
    const typed: unknown = form.getValues()
    const paths = typedPaths(dirtyFields)
    form.reset(latest)
    if (keepTyped) {
      for (const path of paths) form.setValue(path, valueAt(typed, path), { shouldDirty: true })
    }
    setKnown(latest)
    setLatest(undefined)
  }
  return (
    <Alert
      severity="warning"
      sx={{ mb: 1, maxWidth: 1080 }}
      action={
        <>
          <Button color="inherit" onClick={() => take(true)}>
            {t('stale.keep')}
          </Button>
          <Button color="inherit" onClick={() => take(false)}>
            {t('stale.discard')}
          </Button>
        </>
      }
    >
      {t('stale.title')}
      {changed.map((field) => {
        const text = field.kind === 'lines' ? '' : valueText(field, latest[field.name], say)
        return <div key={field.name}>{text ? `${say(field.label)} → ${text}` : say(field.label)}</div>
      })}
    </Alert>
  )
}
