import ContentPaste from '@mui/icons-material/ContentPaste'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'

/** For those who do not know that a table can be pasted straight into the lines: the same with a box to paste into. */
export function PasteRows({ onPaste }: { onPaste: (text: string) => Promise<void> }) {
  const t = useT()
  const translate = useTranslate()
  const [text, setText] = useState<string>()
  const close = () => setText(undefined)
  const take = async () => {
    await onPaste(text ?? '')
    close()
  }
  return (
    <>
      <Button startIcon={<ContentPaste />} onClick={() => setText('')}>
        {t('paste.button')}
      </Button>
      {text === undefined ? null : (
        <Dialog open onClose={close} aria-label={t('paste.button')}>
          <DialogTitle>{t('paste.button')}</DialogTitle>
          <DialogContent>
            <DialogContentText sx={{ mb: 1.5 }}>{t('paste.how')}</DialogContentText>
            <TextField
              autoFocus
              fullWidth
              multiline
              rows={8}
              label={t('paste.rows')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={close}>
              {translate('ra.action.cancel')}
            </Button>
            <Button variant="contained" disabled={!text.trim()} onClick={() => void take()}>
              {t('paste.take')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}
