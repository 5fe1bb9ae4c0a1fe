import AddPhotoAlternateOutlined from '@mui/icons-material/AddPhotoAlternateOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useEffect, useMemo, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'
import { callOf } from './imageOf'
import { useSendPicture } from './useSendPicture'

/** Uploads a picture under a name, which the file suggests. */
export function UploadButton() {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="contained" startIcon={<AddPhotoAlternateOutlined />} onClick={() => setOpen(true)}>
        {t('image.upload')}
      </Button>
      {isOpen ? <UploadDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function UploadDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const translate = useTranslate()
  const [name, setName] = useState('')
  const [file, setFile] = useState<File>()
  const { send, isPending, faults } = useSendPicture()
  const upload = async () => {
    if (file && (await send('POST', `/api/images?name=${encodeURIComponent(name)}`, file))) onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <DialogTitle>{t('image.upload')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {file ? <Seen file={file} /> : null}
          <FileButton
            label={t(file ? 'image.otherFile' : 'image.file')}
            onFile={(chosen) => {
              setFile(chosen)
              if (name === '') setName(chosen.name.replace(/\.[^.]*$/, '').slice(0, 40))
            }}
          />
          {faults.picture ? <Alert severity="error">{faults.picture}</Alert> : null}
          <TextField
            label={t('image.name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            error={faults.name !== undefined}
            helperText={faults.name ?? t('image.nameHelp', { call: callOf(name === '' ? '…' : name) })}
            slotProps={{ htmlInput: { maxLength: 40 } }}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          loading={isPending}
          disabled={!file || name.trim() === ''}
          onClick={() => void upload()}
        >
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Seen({ file }: { file: File }) {
  const url = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <Box sx={{ border: 1, borderColor: 'divider', bgcolor: '#fff', p: 1, textAlign: 'center' }}>
      <Box component="img" src={url} alt={file.name} sx={{ maxWidth: '100%', maxHeight: 160 }} />
    </Box>
  )
}

/** A button that opens the chooser of files. */
export function FileButton({
  label,
  onFile,
  isPending = false,
}: {
  label: string
  onFile: (file: File) => void
  isPending?: boolean
}) {
  return (
    <Button component="label" variant="outlined" loading={isPending}>
      {label}
      <input
        hidden
        type="file"
        accept="image/png,image/jpeg"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </Button>
  )
}
