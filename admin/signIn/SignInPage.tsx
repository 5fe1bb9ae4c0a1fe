import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useLocaleState, useLogin, useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'
import { wasEnded } from '../providers/session'
import { problemOf } from '../providers/problem'

/** The first page of the day. */
export function SignInPage() {
  const t = useT()
  const translate = useTranslate()
  const login = useLogin()
  const [locale, setLocale] = useLocaleState()
  const [refusal, setRefusal] = useState('')
  const [isBusy, setBusy] = useState(false)

  const signIn = async (form: FormData) => {
    setBusy(true)
    setRefusal('')
    try {
      await login({ username: form.get('username'), password: form.get('password') })
    } catch (error) {
      setRefusal(problemOf(error).message)
      setBusy(false)
    }
  }
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', bgcolor: 'background.default', p: 2 }}
    >
      <Box
        component="form"
        onSubmit={(event: React.FormEvent<HTMLFormElement>) => {
          event.preventDefault()
          void signIn(new FormData(event.currentTarget))
        }}
        sx={{
          width: 340,
          p: 4,
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: 2,
        }}
      >
        <Stack spacing={2}>
          <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
            <Box component="img" src="/favicon.svg" alt="" sx={{ width: 36, height: 36 }} />
            <Box>
              <Typography variant="h5" component="h1">
                Slipway
              </Typography>
              <Typography variant="caption" color="text.secondary">
                {t('signIn.what')}
              </Typography>
            </Box>
          </Stack>
          {refusal ? <Alert severity="error">{refusal}</Alert> : null}
          {!refusal && wasEnded() ? <Alert severity="info">{t('error.sessionEnded')}</Alert> : null}
          <TextField
            name="username"
            label={translate('ra.auth.username')}
            required
            autoFocus
            autoComplete="username"
          />
          <TextField
            name="password"
            type="password"
            label={translate('ra.auth.password')}
            required
            autoComplete="current-password"
          />
          <Button type="submit" variant="contained" size="medium" loading={isBusy}>
            {translate('ra.auth.sign_in')}
          </Button>
          <Button
            color="inherit"
            lang={locale === 'en' ? 'zh' : 'en'}
            onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}
          >
            {locale === 'en' ? '中文' : 'English'}
          </Button>
        </Stack>
      </Box>
    </Box>
  )
}
