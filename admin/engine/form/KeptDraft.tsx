import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, useState } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { useLocation } from 'react-router-dom'
import { useT } from '../../i18n/useT'
import { dropDraft, keepDraft, readDraft } from '../../providers/drafts'
import type { Row } from '../../schema/row'
import type { ResourceSchema } from '../../schema/types'
import { isObject, valueAt } from '../../schema/valueAt'
import { shortTime } from '../values/shanghaiTime'

const DEBOUNCE_MS = 400

interface KeptDraftProps {
  resource: ResourceSchema
  /** Undefined for a new one. */
  record?: Row
}

/**
 * Keeps what is typed in this browser until it is saved, so that a session that ends, a network that drops or a window
 * that closes loses nothing; the next time the form opens it is there again, and says so.
 */
export function KeptDraft({ resource, record }: KeptDraftProps) {
  const t = useT()
  const form = useFormContext()
  const { isDirty, isSubmitting, isSubmitSuccessful } = useFormState()
  const location = useLocation()
  const state: unknown = location.state
  const [restoredAt, setRestoredAt] = useState<string>()
  const name = `${resource.name}.${record?.id ?? 'new'}`
  const version = typeof record?.version === 'number' ? record.version : 0

  const restore = useEffectEvent(() => {
    const draft = readDraft(name)
    // What was typed over an older version is not put over a newer one.
    // A form that was opened with something in it, such as a copy, is not to be filled with something else.
    if (!draft || draft.version !== version || isDirty || isObject(valueAt(state, 'record'))) return
    form.reset({ ...form.getValues(), ...draft.values }, { keepDefaultValues: true })
    setRestoredAt(draft.at)
  })
  const keep = useEffectEvent((values: unknown) => {
    if (!isObject(values) || !isDirty || isSubmitSuccessful) return
    const secrets = new Set(resource.fields.filter(({ secret }) => secret).map((field) => field.name))
    const open = Object.fromEntries(Object.entries(values).filter(([field]) => !secrets.has(field)))
    keepDraft(name, { values: open, version, at: new Date().toISOString() })
  })

  useEffect(() => {
    // The form fills itself from its record in an effect that runs after this one.
    const timer = setTimeout(() => restore())
    return () => clearTimeout(timer)
  }, [name])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const watching = form.watch((values: unknown) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        keep(values)
      }, DEBOUNCE_MS)
    })
    return () => {
      watching.unsubscribe()
      // The page is left in the middle of a word, such as for the sign-in.
      if (timer) keep(form.getValues())
      clearTimeout(timer)
    }
  }, [form])
  // What was typed a moment before it is sent; the answer may be that the session is over.
  useEffect(() => {
    if (isSubmitting) keep(form.getValues())
  }, [form, isSubmitting])
  useEffect(() => {
    if (isSubmitSuccessful) dropDraft(name)
  }, [isSubmitSuccessful, name])

  const discard = () => {
    dropDraft(name)
    form.reset()
    setRestoredAt(undefined)
  }
  if (!restoredAt || isSubmitSuccessful) return null
  return (
    <Alert
      severity="info"
      sx={{ mb: 1, maxWidth: 1080 }}
      onClose={() => setRestoredAt(undefined)}
      action={
        <Button color="inherit" onClick={discard}>
          {t('draft.discard')}
        </Button>
      }
    >
      {t('draft.restored', { time: shortTime(restoredAt) })}
    </Alert>
  )
}
