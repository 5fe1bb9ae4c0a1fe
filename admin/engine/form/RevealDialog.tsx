import ContentCopy from '@mui/icons-material/ContentCopy'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useNotify, useTranslate } from 'react-admin'
import { useT } from '../../i18n/useT'
import { copyText } from '../fields/copyText'

interface RevealDialogProps {
  secrets: [name: string, value: string][]
  onClose: () => void
}

/** What the server tells once and never again, such as the token of a new key. */
export function RevealDialog({ secrets, onClose }: RevealDialogProps) {
  const t = useT()
  const translate = useTranslate()
  const notify = useNotify()
  const copy = async (text: string) => {
    await copyText(text)
    notify(t('copied'))
  }
  return (
    <Dialog open>
      <DialogTitle>{t('reveal.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1.5 }}>{t('reveal.text')}</DialogContentText>
        {secrets.map(([name, value]) => (
          <TextField
            key={name}
            fullWidth
            label={name}
            value={value}
            slotProps={{
              input: {
                readOnly: true,
                endAdornment: (
                  <Button startIcon={<ContentCopy />} onClick={() => void copy(value)} sx={{ flex: 'none' }}>
                    {t('copy')}
                  </Button>
                ),
              },
            }}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
