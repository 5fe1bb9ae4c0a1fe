import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'
import { http, readSession } from '../providers/http'
import { problemOf, type Problem } from '../providers/problem'

/** Changes the person's own password; the server says what is wrong with it. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const translate = useTranslate()
  const notify = useNotify()
  const [problem, setProblem] = useState<Problem>()
  const [isSaving, setSaving] = useState(false)

  const save = async (form: FormData) => {
    const [current, next, again] = ['current', 'next', 'again'].map((name) => form.get(name))
    if (next !== again) {
      setProblem({
        status: 422,
        code: '',
        message: t('password.differ'),
        errors: { again: t('password.differ') },
      })
      return
    }
    setSaving(true)
    try {
      await http('/api/session/password', { method: 'POST', body: JSON.stringify({ current, next }) })
      // The server may have given this session a new token.
      await readSession()
      notify(t('password.done'), { type: 'success' })
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setSaving(false)
    }
  }
  const field = (name: 'current' | 'next' | 'again', autoComplete: string) => (
    <TextField
      name={name}
      type="password"
      required
      fullWidth
      autoFocus={name === 'current'}
      autoComplete={autoComplete}
      label={t(`password.${name}`)}
      error={problem?.errors[name] !== undefined}
      helperText={typeof problem?.errors[name] === 'string' ? problem.errors[name] : undefined}
    />
  )
  return (
    <Dialog open onClose={onClose} maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save(new FormData(event.currentTarget))
        }}
      >
        <DialogTitle>{t('password.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={1.5} sx={{ pt: 0.75 }}>
            {problem ? <Alert severity="error">{problem.message}</Alert> : null}
            {field('current', 'current-password')}
            {field('next', 'new-password')}
            {field('again', 'new-password')}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isSaving}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
