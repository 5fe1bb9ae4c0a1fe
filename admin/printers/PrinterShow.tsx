import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { ShowBase, useRecordContext } from 'react-admin'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { valueText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import { Panel } from '../layout/Panel'
import { fieldOf, fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { Abilities } from './Abilities'
import { Certificate } from './Certificate'
import { PrinterJobs } from './PrinterJobs'
import { Stock } from './Stock'
import { withoutTrust } from './withoutTrust'

const settings = ['uri', 'site', 'paper', 'offsetX', 'offsetY', 'info', 'uuid', 'seenAt', 'pausedBy']
const WAITING = ['queued', 'held', 'rendering', 'sending', 'accepted', 'printing', 'uncertain']
const OVER = ['printed', 'failed', 'canceled', 'expired']

export default function PrinterShow({ resource }: { resource: ResourceSchema }) {
  return (
    <ShowBase>
      <PrinterPage resource={resource} />
    </ShowBase>
  )
}

/** A printer at work: why it stands still, what it has left, what waits for it and what it printed last. */
function PrinterPage({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const printer = useRecordContext<Row>()
  if (!printer) return <PageWait />
  const facts = fieldsOf(resource.fields, settings).map(({ field }) => field)
  return (
    <>
      <RecordHead resource={withoutTrust(resource)} record={printer} />
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { lg: 'minmax(0, 1fr) 340px' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={1.5}>
          <Trouble resource={resource} printer={printer} />
          <Certificate resource={resource} printer={printer} />
          <Stock printer={printer} />
          <PrinterJobs
            title={t('printer.waiting')}
            none={t('printer.noneWaiting')}
            filter={{ printerId: printer.id, status: WAITING }}
            isQueue
          />
          <PrinterJobs
            title={t('printer.recent')}
            none={t('printer.noneRecent')}
            filter={{ printerId: printer.id, status: OVER }}
          />
        </Stack>
        <Stack spacing={1.5}>
          <Panel title={t('printer.settings')}>
            <Facts fields={facts} record={printer} minWidth={140} onlyKnown />
          </Panel>
          <Abilities printer={printer} />
        </Stack>
      </Box>
    </>
  )
}

/** Why nothing comes out, in words. */
function Trouble({ resource, printer }: { resource: ResourceSchema; printer: Row }) {
  const say = useText()
  const [status, reasons, paused] = ['status', 'reasons', 'paused'].map((name) =>
    fieldOf(resource.fields, name),
  )
  const why = reasons ? valueText(reasons, printer.reasons, say) : ''
  const isStuck = printer.status === 'stopped' || printer.status === 'unreachable'
  const said = [
    printer.paused === true && paused ? say(paused.label) : '',
    isStuck && status && !why ? valueText(status, printer.status, say) : '',
    why,
  ].filter(Boolean)
  if (said.length === 0) return null
  return <Alert severity={isStuck ? 'error' : 'warning'}>{said.join('；')}</Alert>
}
