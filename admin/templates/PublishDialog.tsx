import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useCreatePath, useNotify, useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { useConsoleData } from '../providers/dataProvider'
import { http } from '../providers/http'
import type { Row } from '../schema/row'
import { faultOf, type Fault } from './usePreview'

/** Draws the saved draft once more, all copies, and publishes it under a name that says what is new. */
export function PublishDialog({
  draft,
  onEnding,
  onClose,
}: {
  draft: Row
  /** The draft is about to be published, and then gone; or that failed. */
  onEnding: (isEnding: boolean) => void
  onClose: () => void
}) {
  const t = useT()
  const translate = useTranslate()
  const notify = useNotify()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const client = useQueryClient()
  const data = useConsoleData()
  const [name, setName] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [isBusy, setBusy] = useState(false)

  const publish = async () => {
    setBusy(true)
    setFault(null)
    onEnding(true)
    try {
      const body = JSON.stringify({ kind: draft.kind, draftId: draft.id })
      await http('/api/template-previews', { method: 'POST', body })
      const edition = await data.action('template-drafts', draft.id, 'publish', { name })
      notify(t('template.published', { edition: Number(edition.edition) }), { type: 'success' })
      void navigate(createPath({ resource: 'templates', type: 'show', id: edition.id }))
      await client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('template'),
      })
    } catch (error) {
      onEnding(false)
      setFault(faultOf(error))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && !isBusy) void publish()
  }
  return (
    <Dialog open onClose={onClose}>
      <form onSubmit={submit}>
        <DialogTitle>{t('template.publish')}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 2 }}>{t('template.publish.help')}</Typography>
          <TextField
            autoFocus
            fullWidth
            required
            label={t('template.publish.name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          {fault ? (
            <Alert severity="error" sx={{ mt: 2 }}>
              {fault.file ? `${t('template.fault', { file: fault.file, line: fault.line ?? 1 })}：` : ''}
              {fault.message}
            </Alert>
          ) : null}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={isBusy} disabled={name.trim() === ''}>
            {t('template.publish')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
