import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { ProblemAlert } from '../engine/actions/ProblemAlert'
import { useRunAction } from '../engine/actions/useRunAction'
import { fullTime } from '../engine/values/shanghaiTime'
import type { AppMessage } from '../i18n/appZh'
import { useT } from '../i18n/useT'
import { problemOf, type Problem } from '../providers/problem'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { valueAt } from '../schema/valueAt'

/** The certificate that a printer shows and nobody trusts yet, with the one press that does. */
export function Certificate({ resource, printer }: { resource: ResourceSchema; printer: Row }) {
  const t = useT()
  const say = useText()
  const run = useRunAction(resource)
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  if (!printer.certificate) return null
  const of = (name: string) => String(valueAt(printer.certificate, name) ?? '')
  const fingerprint = of('fingerprint')
  const action = resource.actions.find(({ name }) => name === 'trustCertificate')
  const [from, to] = [of('validFrom'), of('validTo')].map((time) =>
    time ? fullTime(time).slice(0, 10) : '?',
  )
  const isOver = of('validTo') !== '' && Date.parse(of('validTo')) < Date.now()
  const facts: [AppMessage, string][] = [
    ['printer.certFingerprint', (fingerprint.match(/.{4}/g) ?? []).join(' ')],
    ['printer.certSubject', of('subject')],
    ['printer.certIssuer', of('issuer') === of('subject') ? t('printer.certItself') : of('issuer')],
    ['printer.certValid', `${from} – ${to}${isOver ? ` · ${t('printer.certOver')}` : ''}`],
  ]
  const trust = async () => {
    if (!action) return
    setBusy(true)
    setProblem(undefined)
    await run(action, printer, { fingerprint }).catch((error: unknown) => setProblem(problemOf(error)))
    setBusy(false)
  }
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { width: 1, minWidth: 0 } }}>
      <Box sx={{ mb: 1 }}>{t(printer.tlsPin ? 'printer.certChanged' : 'printer.certNew')}</Box>
      <Box
        component="dl"
        sx={{
          m: 0,
          mb: 1.5,
          display: 'grid',
          columnGap: 1.5,
          rowGap: 0.5,
          gridTemplateColumns: { sm: '92px minmax(0, 1fr)' },
        }}
      >
        {facts.map(([label, text]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ opacity: 0.75 }}>
              {t(label)}
            </Box>
            <Box
              component="dd"
              sx={{
                m: 0,
                overflowWrap: 'anywhere',
                ...(label === 'printer.certFingerprint' && {
                  fontFamily: 'ui-monospace, Consolas, monospace',
                }),
              }}
            >
              {text}
            </Box>
          </Box>
        ))}
      </Box>
      <ProblemAlert problem={problem} fields={resource.fields} />
      {action ? (
        <Button variant="contained" loading={isBusy} onClick={() => void trust()}>
          {say(action.label)}
        </Button>
      ) : (
        t('printer.certAsk')
      )}
    </Alert>
  )
}
