import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import CircularProgress from '@mui/material/CircularProgress'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ProblemAlert } from '../engine/actions/ProblemAlert'
import { useT } from '../i18n/useT'
import { useIsPhone } from '../layout/useIsPhone'
import { problemOf, type Problem } from '../providers/problem'
import { useText } from '../schema/useText'
import type { JobDialogProps } from './JobDialog'
import { usePreview } from './usePreview'

/** The archived PDF as it will be printed, and the tick that lets it go. */
export function CheckDialog({ action, job, onRun, onClose }: JobDialogProps) {
  const t = useT()
  const say = useText()
  const translate = useTranslate()
  const isPhone = useIsPhone()
  const [checked, setChecked] = useState(false)
  // Browsers of phones show no PDF inside a page: there it is opened beside it before it can be ticked.
  const [isOpened, setOpened] = useState(false)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const { url, fault } = usePreview(job.documentId)
  const run = async () => {
    setPending(true)
    try {
      await onRun({ checked })
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="lg" fullScreen={isPhone}>
      <DialogTitle>
        {say(action.label)} · {String(job.title)}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
        <ProblemAlert problem={problem} fields={action.input} />
        {fault ? <Alert severity="error">{fault}</Alert> : null}
        {url ? (
          <>
            {isPhone ? null : (
              <Box
                component="iframe"
                title={t('queue.preview')}
                src={url}
                sx={{
                  flex: 1,
                  minHeight: { xs: '50vh', sm: '64vh' },
                  border: 1,
                  borderColor: 'divider',
                  bgcolor: '#fff',
                }}
              />
            )}
            <Button
              component="a"
              href={url}
              target="_blank"
              rel="noreferrer"
              onClick={() => setOpened(true)}
              variant={isPhone && !isOpened ? 'contained' : 'outlined'}
              startIcon={<PictureAsPdfOutlined />}
              sx={{ alignSelf: { sm: 'start' }, minHeight: { xs: 48, sm: 0 } }}
            >
              {t('queue.preview')}
            </Button>
          </>
        ) : fault ? null : (
          <Box sx={{ py: 6, textAlign: 'center', color: 'text.secondary' }}>
            <CircularProgress size={28} sx={{ mb: 1.5 }} />
            <div>{t('queue.drawing')}</div>
          </Box>
        )}
        {url && isPhone && !isOpened ? (
          <Box sx={{ color: 'text.secondary' }}>{t('queue.openFirst')}</Box>
        ) : null}
        <FormControlLabel
          disabled={!url || (isPhone && !isOpened)}
          control={<Checkbox checked={checked} onChange={(event) => setChecked(event.target.checked)} />}
          label={say(action.input[0]?.label ?? action.label)}
        />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" disabled={!checked} loading={isPending} onClick={() => void run()}>
          {t('queue.checked')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
